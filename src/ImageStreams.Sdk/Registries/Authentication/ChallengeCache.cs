using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>Caches the last challenge of each repository, so that the next request is authorized at once.</summary>
internal sealed class ChallengeCache
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<Key, Entry> _entries = new();

    public Entry? Find(Key key) => _entries.GetValueOrDefault(key);

    public void Remember(Key key, Entry entry)
    {
        if (_entries.Count >= MaxEntries)
        {
            _entries.Clear();
        }

        _entries[key] = entry;
    }

    /// <summary>Removes an entry, unless another one has replaced it since.</summary>
    public void Forget(Key key, Entry entry) => _entries.TryRemove(new(key, entry));

    /// <summary>Removes whatever is known.</summary>
    public void Forget(Key key) => _entries.TryRemove(key, out _);

    /// <summary>A host, a repository and a credential scope.</summary>
    internal sealed record Key(RegistryEndpoint Endpoint, string Repository, string CredentialScope)
    {
        public static Key FromCall(RegistryCall call, RegistryEndpoint endpoint) =>
            new(endpoint, call.Repository.Name, call.Repository.CredentialScope);
    }

    /// <summary>The last challenge, and the credential that was refused although the repository is public.</summary>
    internal sealed record Entry(AuthenticationChallenge Challenge, RegistryCredential? Refused = null);
}
