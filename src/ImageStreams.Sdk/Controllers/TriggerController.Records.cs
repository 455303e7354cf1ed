using ImageStreams.Collections;
using ImageStreams.Storage;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <content>The records of what the controller remembers.</content>
public sealed partial class TriggerController
{
    /// <summary>Forgets what is remembered of the objects of other replicas, which remember it now.</summary>
    internal void ForgetState(Func<TriggerObject, bool> isForgotten)
    {
        lock (_gate)
        {
            foreach (var target in _savedStates.Keys.Concat(_changedStates).Where(isForgotten).ToHashSet())
            {
                _savedStates.Remove(target);
                _changedStates.Remove(target);
                _fuse?.Forget(target);
                _queue.ClearFailures(target);
                _builds.Starts?.Forget(target);
                _storm.FirstSeen.Remove(target);
            }
        }
    }

    /// <summary>Notes that an object is gone, if anything was saved of it.</summary>
    private void RemoveState(TriggerObject target)
    {
        _changedStates.Remove(target);
        if (_savedStates.ContainsKey(target))
        {
            _changedStates.Add(target);
        }
    }

    private StateRecord CreatePauseRecord(string key) =>
        new(PauseSection, key, _storm.Pauses.Find(key) is { } pause ? TriggerRecordWriter.Write(pause) : null);

    /// <summary>Creates the record of an object; null when it is as it was taken last.</summary>
    private StateRecord? TryCreateRecord(TriggerObject target)
    {
        var value = TriggerRecordWriter.Write(CreateRecord(target));
        if (value == _savedStates.GetValueOrDefault(target))
        {
            return null;
        }

        if (value is null)
        {
            _savedStates.Remove(target);
        }
        else
        {
            _savedStates[target] = value;
        }

        return new StateRecord(StateSection, TriggerKeys.Format(target), value);
    }

    private TriggerRecord CreateRecord(TriggerObject target)
    {
        var (fired, trip) = _fuse?.GetState(target) ?? ([], null);
        var failures = _queue.FindFailures(target);
        return new TriggerRecord
        {
            Trip = trip,
            Fired = fired.ToValueList(),
            Started = (_builds.Starts?.List(target) ?? []).ToValueList(),
            Failures = failures?.Failures ?? 0,
            RetryAt = failures?.RetryAt,
            Seen = _storm.FirstSeen.List(target).ToValueList(),
        };
    }

    private void Read(StateRecord record, Dictionary<TriggerObject, TriggerRecord> objects)
    {
        if (record.Section == PauseSection)
        {
            RestorePause(record);
        }
        else if (record is { Section: StateSection, Value: { } value })
        {
            ReadObject(record, value, objects);
        }
    }

    private void ReadObject(StateRecord record, string value, Dictionary<TriggerObject, TriggerRecord> objects)
    {
        if (!TriggerKeys.TryParse(record.Key, out var target) || TriggerRecordReader.TryRead(target, value) is not { } read)
        {
            _logger.UnreadableState(record.Section, record.Key);
        }
        else
        {
            _savedStates.TryAdd(target, value);
            objects[target] = read;
        }
    }

    private void Restore(Dictionary<TriggerObject, TriggerRecord> objects)
    {
        var now = _timeProvider.GetUtcNow();
        _fuse?.Restore(objects);
        _builds.Starts?.Restore(objects.SelectMany(
            pair => pair.Value.Started.Where(time => time <= now).Select(time => (pair.Key, time))));
        foreach (var (target, record) in objects)
        {
            Restore(target, record, now);
        }
    }

    private void Restore(TriggerObject target, TriggerRecord record, DateTimeOffset now)
    {
        _changedStates.Add(target);   // so that what has expired is written as such
        if (_storm.FirstSeen.Restore(target, record.Seen.Where(image => image.At <= now)) && _queue.IsPending(target))
        {
            _queue.Add(target, TriggerCause.DelayEnded.Instance);   // its image may be mature earlier than it seemed
        }

        if (record.Failures > (_queue.FindFailures(target)?.Failures ?? 0))
        {
            _queue.Restore(target, record.Failures, record.RetryAt ?? now, now);
        }
    }

    /// <summary>Restores a pause, unless it was begun or ended here and the store does not know that yet.</summary>
    private void RestorePause(StateRecord record)
    {
        if (record.Value is null || _storm.Pauses.HasChanged(record.Key))
        {
            return;   // what was paused or resumed here is newer
        }

        if (TriggerRecordReader.TryReadPause(record.Value) is { } since
            && TriggerKeys.TryParsePause(record.Key, since) is { } pause)
        {
            _storm.Pauses.Add(pause, isRestored: true);
        }
        else
        {
            _logger.UnreadableState(record.Section, record.Key);
        }
    }
}
