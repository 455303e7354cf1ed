using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>Objects with a time each, in the order of these times, and of their entry where times are the same.</summary>
internal sealed class ObjectTimes
{
    /// <summary>The number of stale entries that are not worth a cleanup.</summary>
    private const int Slack = 64;

    private readonly PriorityQueue<TriggerObject, (DateTimeOffset Time, long Number)> _order = new();
    private readonly Dictionary<TriggerObject, (DateTimeOffset Time, long Number)> _times = [];
    private long _number;

    /// <summary>The earliest time; null when there is none.</summary>
    public DateTimeOffset? First
    {
        get
        {
            RemoveStale();
            return _order.TryPeek(out _, out var first) ? first.Time : null;
        }
    }

    /// <summary>Sets the time of an object, in place of the one that it has.</summary>
    public void Set(TriggerObject target, DateTimeOffset time)
    {
        var entry = (Time: time, _number++);
        _times[target] = entry;
        _order.Enqueue(target, entry);
        if (_order.Count > Slack + (2 * _times.Count))
        {
            RemoveAllStale();
        }
    }

    /// <summary>Finds the time of an object; null when it has none.</summary>
    public DateTimeOffset? Find(TriggerObject target) => _times.TryGetValue(target, out var entry) ? entry.Time : null;

    /// <summary>Determines whether an object has a time.</summary>
    public bool Contains(TriggerObject target) => _times.ContainsKey(target);

    /// <summary>Removes the time of an object.</summary>
    public void Remove(TriggerObject target) => _times.Remove(target);

    /// <summary>Takes the object with the earliest time, when that has come; otherwise null.</summary>
    public TriggerObject? Take(DateTimeOffset now)
    {
        if (!(First <= now))
        {
            return null;
        }

        var target = _order.Dequeue();
        _times.Remove(target);
        return target;
    }

    /// <summary>Removes the times that were removed or replaced.</summary>
    private void RemoveStale()
    {
        while (_order.TryPeek(out var target, out var entry) && _times.GetValueOrDefault(target) != entry)
        {
            _order.Dequeue();
        }
    }

    /// <summary>Removes them all, so that an object whose time is set again and again takes no more memory.</summary>
    private void RemoveAllStale()
    {
        _order.Clear();
        _order.EnqueueRange(_times.Select(static time => (time.Key, time.Value)));
    }
}
