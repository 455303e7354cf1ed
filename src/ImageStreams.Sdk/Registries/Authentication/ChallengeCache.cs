using System.Collections.Concurrent;

namespace ImageStreams.Registries;

/// <summary>What repositories wanted last, so that the next request brings it along.</summary>
internal sealed class ChallengeCache
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<AccessKey, CachedChallenge> _known = new();

    public CachedChallenge? Find(AccessKey key) => _known.GetValueOrDefault(key);

    public void Remember(AccessKey key, CachedChallenge access)
    {
        if (_known.Count >= MaxEntries)
        {
            _known.Clear();
        }

        _known[key] = access;
    }

    /// <summary>Forgets what was known, unless something else has been learnt since.</summary>
    public void Forget(AccessKey key, CachedChallenge access) => _known.TryRemove(new(key, access));
}
