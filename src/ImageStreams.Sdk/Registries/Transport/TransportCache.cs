using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>Which transports to try for a repository, best first: the one that a registry answers over, once that is
/// known.</summary>
internal sealed class TransportCache
{
    private const int MaxEntries = 4096;
    private static readonly RegistryTransport[] Secure = [RegistryTransport.Https];
    private static readonly RegistryTransport[] Insecure = [RegistryTransport.HttpsUnverified, RegistryTransport.Http];
    private static readonly RegistryTransport[] HttpOnly = [RegistryTransport.Http];
    private static readonly RegistryTransport[] UnverifiedOnly = [RegistryTransport.HttpsUnverified];

    private readonly ConcurrentDictionary<string, RegistryTransport> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the transports to try; more than one only where the repository was named insecure.</summary>
    public RegistryTransport[] GetCandidates(RegistryRepository repository)
    {
        if (!repository.Insecure)
        {
            return Secure;
        }

        return _known.TryGetValue(repository.Registry, out var known)
            ? known == RegistryTransport.Http ? HttpOnly : UnverifiedOnly
            : Insecure;
    }

    /// <summary>Notes that a registry answered, so that the next request goes there.</summary>
    public void Remember(RegistryRepository repository, RegistryTransport transport)
    {
        if (!repository.Insecure)
        {
            return;
        }

        if (_known.Count >= MaxEntries)
        {
            _known.Clear();
        }

        _known[repository.Registry] = transport;
    }

    /// <summary>Notes that a registry did not answer, so that the next request looks anew.</summary>
    /// <returns>Whether it had answered over that transport before.</returns>
    public bool Forget(RegistryRepository repository, RegistryTransport transport) =>
        repository.Insecure && _known.TryRemove(new(repository.Registry, transport));
}
