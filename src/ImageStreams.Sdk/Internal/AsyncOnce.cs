namespace ImageStreams.Internal;

/// <summary>Runs an operation once per key and shares its result with all callers.</summary>
/// <remarks>The operation must not be canceled by a single caller, as all callers share it.</remarks>
internal sealed class AsyncOnce<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Lazy<Task<TValue>>> _entries = [];

    /// <summary>Returns the result for a key, which may be an exception; the first caller starts the operation.</summary>
    public Task<TValue> GetAsync(TKey key, Func<Task<TValue>> create)
    {
        Lazy<Task<TValue>>? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry))
            {
                entry = new Lazy<Task<TValue>>(create);
                _entries.Add(key, entry);
            }
        }

        return entry.Value;
    }
}
