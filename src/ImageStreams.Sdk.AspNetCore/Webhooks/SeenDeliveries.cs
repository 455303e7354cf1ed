namespace ImageStreams.AspNetCore;

/// <summary>The deliveries of one sender that were accepted, for a time and up to a number.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class SeenDeliveries(TimeProvider timeProvider, TimeSpan window, int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);
    private readonly Queue<(IReadOnlyList<string> Keys, long Number, long Timestamp)> _order = new();
    private long _number;

    /// <summary>The number of remembered keys.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _keys.Count;
            }
        }
    }

    /// <summary>Remembers a delivery by its keys.</summary>
    /// <returns>False when one of the keys is known; then nothing changes.</returns>
    public bool TryRemember(IReadOnlyList<string> keys)
    {
        lock (_gate)
        {
            RemoveExpired();
            if (keys.Any(_keys.ContainsKey))
            {
                return false;
            }

            if (keys.Count > 0)
            {
                Add(keys);
            }

            return true;
        }
    }

    /// <summary>Forgets a delivery that could not be kept, so that the sender can try again.</summary>
    public void Forget(IReadOnlyList<string> keys)
    {
        lock (_gate)
        {
            foreach (var key in keys)
            {
                _keys.Remove(key);
            }
        }
    }

    private void Add(IReadOnlyList<string> keys)
    {
        _number++;
        foreach (var key in keys)
        {
            _keys[key] = _number;
        }

        _order.Enqueue((keys, _number, timeProvider.GetTimestamp()));
    }

    private void RemoveExpired()
    {
        while (_order.TryPeek(out var oldest)
            && (_order.Count >= capacity || timeProvider.GetElapsedTime(oldest.Timestamp) >= window))
        {
            _order.Dequeue();
            foreach (var key in oldest.Keys.Where(key => _keys.GetValueOrDefault(key) == oldest.Number))
            {
                _keys.Remove(key);   // not those that were forgotten, and have come again since
            }
        }
    }
}
