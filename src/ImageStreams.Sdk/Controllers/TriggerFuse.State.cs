using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <content>The state of the fuse, as it is kept over restarts.</content>
public sealed partial class TriggerFuse
{
    /// <summary>Gets the firings of an object that count, oldest first, and its trip.</summary>
    internal (IReadOnlyList<DateTimeOffset> Firings, TriggerFuseTrip? Trip) GetState(TriggerObject target)
    {
        lock (_gate)
        {
            var start = _timeProvider.GetUtcNow() - _window;
            List<DateTimeOffset> firings = _counted.TryGetValue(target, out var counted)
                ? [.. counted.Select(firing => firing.Time).Where(time => time > start)]
                : [];
            return (firings, _trips.GetValueOrDefault(target));
        }
    }

    /// <summary>Restores the firings and the trips of objects that have neither.</summary>
    internal void Restore(IEnumerable<KeyValuePair<TriggerObject, TriggerRecord>> records)
    {
        lock (_gate)
        {
            foreach (var (target, record) in records.Where(pair => !Knows(pair.Key)))
            {
                Restore(target, record);
            }

            var ordered = _firings.OrderBy(firing => firing.Time).ToList();
            _firings.Clear();
            ordered.ForEach(_firings.Enqueue);
        }
    }

    /// <summary>Forgets an object, which another replica counts and holds now.</summary>
    internal void Forget(TriggerObject target)
    {
        lock (_gate)
        {
            _trips.Remove(target);
            RemoveFirings(target);
        }
    }

    private bool Knows(TriggerObject target) => _counted.ContainsKey(target) || _trips.ContainsKey(target);

    private void Restore(TriggerObject target, TriggerRecord record)
    {
        var now = _timeProvider.GetUtcNow();
        if (record.Trip is { } trip)
        {
            _trips[target] = trip with { Object = target };
            return;
        }

        foreach (var time in record.Fired.Where(time => time > now - _window && time <= now).Order().TakeLast(_maxFirings))
        {
            Count(target, time);
        }
    }

    private void Count(TriggerObject target, DateTimeOffset time)
    {
        if (!_counted.TryGetValue(target, out var counted))
        {
            _counted.Add(target, counted = []);
        }

        var firing = new CountedFiring { Time = time, Object = target };
        firing.Place = counted.AddLast(firing);
        _firings.Enqueue(firing);
    }

    private void RemoveFirings(TriggerObject target)
    {
        while (_counted.TryGetValue(target, out var counted))
        {
            Forget(counted.First!);
        }
    }
}
