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
            List<DateTimeOffset> firings = [.. _firings.List(target).Where(time => time > start)];
            return (firings, _trips.GetValueOrDefault(target));
        }
    }

    /// <summary>Restores trips and firings; an object that is held stays so.</summary>
    internal void Restore(IReadOnlyDictionary<TriggerObject, TriggerRecord> records)
    {
        lock (_gate)
        {
            foreach (var (target, record) in records.Where(pair => pair.Value.Trip is not null))
            {
                _trips.TryAdd(target, record.Trip! with { Object = target });
                _firings.Remove(target);
            }

            _firings.Restore(records.Where(pair => !_trips.ContainsKey(pair.Key)).SelectMany(ListCounted));
        }
    }

    /// <summary>Forgets an object, which another replica counts and holds now.</summary>
    internal void Forget(TriggerObject target)
    {
        lock (_gate)
        {
            _trips.Remove(target);
            _firings.Remove(target);
        }
    }

    /// <summary>Lists the firings of a record that count.</summary>
    private IEnumerable<(TriggerObject Object, DateTimeOffset Time)> ListCounted(KeyValuePair<TriggerObject, TriggerRecord> record)
    {
        var now = _timeProvider.GetUtcNow();
        return record.Value.Fired
            .Where(time => time > now - _window && time <= now)
            .Order()
            .TakeLast(_maxFirings)
            .Select(time => (record.Key, time));
    }
}
