namespace ImageStreams.Internal;

/// <summary>Does the same thing once, however many ask for it, at the same time or later.</summary>
/// <remarks>What one caller makes all get; so it must not end with that caller, but with all of them.</remarks>
internal sealed class AsyncOnce<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Lazy<Task<TValue>>> _entries = [];

    /// <summary>What was made for a key, be it a fault; it is made now where nobody asked before.</summary>
    public Task<TValue> GetAsync(TKey key, Func<Task<TValue>> make)
    {
        Lazy<Task<TValue>>? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry))
            {
                _entries.Add(key, entry = new Lazy<Task<TValue>>(make));
            }
        }

        return entry.Value;
    }
}
