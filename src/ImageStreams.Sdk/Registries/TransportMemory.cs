using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>Which transports to try for a repository, best first, and which one worked last.</summary>
internal sealed class TransportMemory
{
    private const int MaxEntries = 4096;
    private static readonly RegistryTransport[] Secure = [RegistryTransport.Https];
    private static readonly RegistryTransport[] Insecure = [RegistryTransport.HttpsUnverified, RegistryTransport.Http];
    private static readonly RegistryTransport[] InsecureHttpFirst =
        [RegistryTransport.Http, RegistryTransport.HttpsUnverified];

    private readonly ConcurrentDictionary<string, RegistryTransport> _lastGood = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the transports to try; more than one only where the repository was named insecure.</summary>
    public RegistryTransport[] Candidates(RegistryRepository repository)
    {
        if (!repository.Insecure)
        {
            return Secure;
        }

        return _lastGood.GetValueOrDefault(
            repository.Registry) == RegistryTransport.Http ? InsecureHttpFirst : Insecure;
    }

    /// <summary>Notes that a registry answered, so that the next request starts there.</summary>
    public void Answered(RegistryRepository repository, RegistryTransport transport)
    {
        if (!repository.Insecure)
        {
            return;
        }

        if (_lastGood.Count >= MaxEntries)
        {
            _lastGood.Clear();
        }

        _lastGood[repository.Registry] = transport;
    }
}
