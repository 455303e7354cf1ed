using System.Collections.Concurrent;

namespace ImageStreams.Internal;

/// <summary>Caches fetched values until they expire; concurrent callers share one fetch.</summary>
internal sealed class ExpiringCache<TKey, TValue>(TimeProvider timeProvider)
    where TKey : notnull
    where TValue : IExpiring
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _entries = new();

    /// <summary>Returns the value of a key, and fetches it when there is none or it has expired.</summary>
    /// <remarks>All callers own the fetch: a canceled caller ends only its own wait.</remarks>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> fetch, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = GetEntry(key, fetch);
            if (HasFailed(entry))
            {
                Remove(key, entry);
                continue;
            }

            var fresh = !entry.IsValueCreated;
            var value = await WaitAsync(key, entry, cancellationToken).ConfigureAwait(false);
            if (fresh || timeProvider.GetUtcNow() < value.Expires)
            {
                return value;
            }

            Remove(key, entry);
        }
    }

    /// <summary>Removes a value that is no longer usable.</summary>
    public void Invalidate(TKey key, Predicate<TValue> isUseless)
    {
        if (_entries.TryGetValue(key, out var entry)
            && entry is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } task }
            && isUseless(task.Result))
        {
            Remove(key, entry);
        }
    }

    private Lazy<Task<TValue>> GetEntry(TKey key, Func<Task<TValue>> fetch)
    {
        if (_entries.TryGetValue(key, out var known))
        {
            return known;
        }

        Evict();
        return _entries.GetOrAdd(key, static (_, fetch) => new Lazy<Task<TValue>>(fetch), fetch);
    }

    /// <summary>Removes expired entries, or all entries when that is not enough.</summary>
    private void Evict()
    {
        var now = timeProvider.GetUtcNow();
        foreach (var (key, entry) in _entries)
        {
            if (entry is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } task } && task.Result.Expires <= now)
            {
                Remove(key, entry);
            }
        }

        if (_entries.Count >= MaxEntries)
        {
            _entries.Clear();
        }
    }

    private async Task<TValue> WaitAsync(TKey key, Lazy<Task<TValue>> entry, CancellationToken cancellationToken)
    {
        try
        {
            return await entry.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (entry.Value.IsCompleted && !entry.Value.IsCompletedSuccessfully)
        {
            Remove(key, entry);
            throw;
        }
    }

    /// <summary>Determines whether a fetch failed after its last caller had left, so that it was not removed.</summary>
    private static bool HasFailed(Lazy<Task<TValue>> entry) =>
        entry is { IsValueCreated: true, Value.Exception: not null };

    private void Remove(TKey key, Lazy<Task<TValue>> entry) => _entries.TryRemove(new(key, entry));
}
