namespace ImageStreams.AspNetCore;

/// <summary>The deliveries of one sender that were accepted, for a time and up to a number.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class SeenDeliveries(TimeProvider timeProvider, TimeSpan window, int capacity)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long Timestamp)> _order = new();

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
            if (keys.Any(_keys.Contains))
            {
                return false;
            }

            foreach (var key in keys.Where(_keys.Add))
            {
                _order.Enqueue((key, timeProvider.GetTimestamp()));
            }

            return true;
        }
    }

    /// <summary>Forgets a delivery that could not be kept, so that the sender can try again.</summary>
    public void Forget(IReadOnlyList<string> keys)
    {
        lock (_gate)
        {
            _keys.ExceptWith(keys);
        }
    }

    private void RemoveExpired()
    {
        while (_order.TryPeek(out var oldest)
            && (_order.Count >= capacity || timeProvider.GetElapsedTime(oldest.Timestamp) >= window))
        {
            _order.Dequeue();
            _keys.Remove(oldest.Key);
        }
    }
}
