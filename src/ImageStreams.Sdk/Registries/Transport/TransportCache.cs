using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>The transports to try for each repository, best first: the one that reached the registry before, then the
/// others.</summary>
internal sealed class TransportCache
{
    private const int MaxEntries = 4096;
    private static readonly RegistryTransport[] Secure = [RegistryTransport.Https];
    private static readonly RegistryTransport[] Insecure = [RegistryTransport.HttpsUnverified, RegistryTransport.Http];
    private static readonly RegistryTransport[] HttpOnly = [RegistryTransport.Http];
    private static readonly RegistryTransport[] UnverifiedOnly = [RegistryTransport.HttpsUnverified];

    private readonly ConcurrentDictionary<string, RegistryTransport> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the transports to try; more than one only when the repository is named insecure.</summary>
    public RegistryTransport[] GetCandidates(RegistryRepository repository)
    {
        if (!repository.Insecure)
        {
            return Secure;
        }

        if (!_known.TryGetValue(repository.Registry, out var known))
        {
            return Insecure;
        }

        return known == RegistryTransport.Http ? HttpOnly : UnverifiedOnly;
    }

    /// <summary>Records that a transport reached the registry, so that the next request uses it; plain HTTP does not replace
    /// TLS.</summary>
    public void Remember(RegistryRepository repository, RegistryTransport transport)
    {
        if (!repository.Insecure)
        {
            return;
        }

        if (_known.Count >= MaxEntries && !_known.ContainsKey(repository.Registry))
        {
            _known.TryRemove(_known.First().Key, out _);
        }

        _known.AddOrUpdate(
            repository.Registry,
            static (_, added) => added,
            static (_, known, added) => added == RegistryTransport.Http ? known : added,
            transport);
    }

    /// <summary>Records that a transport did not reach the registry, so that the next request tries all again. TLS is not
    /// forgotten: a registry that had it does not get plain HTTP.</summary>
    /// <returns>True when the transport had reached the registry before.</returns>
    public bool Forget(RegistryRepository repository, RegistryTransport transport) => repository.Insecure && transport switch
    {
        RegistryTransport.Http => _known.TryRemove(new(repository.Registry, transport)),
        _ => _known.TryGetValue(repository.Registry, out var known) && known == transport,
    };
}
