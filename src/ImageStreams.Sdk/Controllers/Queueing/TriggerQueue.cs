using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The objects whose triggers are to be evaluated: those that are due in their order, and retries by time.</summary>
/// <remarks>Each object is in the queue once, with all causes that have come up since.</remarks>
internal sealed class TriggerQueue(TimeSpan retryDelay, TimeSpan maxRetryDelay)
{
    private readonly Queue<TriggerObject> _due = [];
    private readonly Dictionary<TriggerObject, TriggerQueueEntry> _entries = [];

    /// <summary>The times of retries, and of the ends of delays.</summary>
    private readonly ObjectTimes _times = new();

    private readonly Dictionary<TriggerObject, int> _failures = [];

    /// <summary>The objects whose time is the end of a delay, not a retry.</summary>
    private readonly HashSet<TriggerObject> _delayed = [];

    /// <summary>The objects whose retry is known from before a restart: that they appear is no cause to try earlier.</summary>
    private readonly HashSet<TriggerObject> _restored = [];

    /// <summary>Gets a value indicating whether an object is due now.</summary>
    public bool HasDue => _entries.Count > 0;

    /// <summary>The time of the next retry; null when there is none.</summary>
    public DateTimeOffset? NextRetry => _times.First;

    /// <summary>Makes an object due now.</summary>
    public void Add(TriggerObject target, TriggerCause cause)
    {
        if (cause is (TriggerCause.ObjectChanged or TriggerCause.StreamChanged) && _restored.Contains(target))
        {
            return;
        }

        var entry = GetOrAdd(target);
        entry.IsPaused = false;
        entry.Add(cause);
    }

    /// <summary>
    /// Makes an object due now whose triggers on the cause are all paused: it is evaluated only to explain why nothing
    /// happens, unless it is due for another cause as well.
    /// </summary>
    public void AddPaused(TriggerObject target, TriggerCause cause) => GetOrAdd(target).Add(cause);

    /// <summary>Schedules a retry of an object, with a delay that doubles with each failure in a row.</summary>
    /// <returns>The time of the retry.</returns>
    public DateTimeOffset AddRetry(TriggerObject target, DateTimeOffset now)
    {
        var failures = _failures[target] = _failures.GetValueOrDefault(target) + 1;
        _delayed.Remove(target);
        var retryAt = now + Backoff.GetDelay(retryDelay, maxRetryDelay, failures);
        _times.Set(target, retryAt);
        return retryAt;
    }

    /// <summary>Makes an object due at the end of a delay, instead of its retry.</summary>
    public void AddDelay(TriggerObject target, DateTimeOffset until)
    {
        _delayed.Add(target);
        _times.Set(target, until);
    }

    /// <summary>Restores the failures of an object; it then is not due before its retry.</summary>
    public void Restore(TriggerObject target, int failures, DateTimeOffset retryAt, DateTimeOffset now)
    {
        _failures[target] = failures;
        if (retryAt > now)
        {
            _entries.Remove(target);
            _restored.Add(target);
            _times.Set(target, retryAt < now + maxRetryDelay ? retryAt : now + maxRetryDelay);
        }
    }

    /// <summary>Finds the failures in a row of an object, and the time of its retry; null when it has none.</summary>
    public (int Failures, DateTimeOffset? RetryAt)? FindFailures(TriggerObject target) =>
        _failures.TryGetValue(target, out var failures) ? (failures, FindRetry(target)) : null;

    /// <summary>Determines whether an object is due, or will be at a time.</summary>
    public bool IsPending(TriggerObject target) =>
        _times.Contains(target) || (_entries.TryGetValue(target, out var entry) && !entry.IsPaused);

    /// <summary>Clears the failures and the retry of an object.</summary>
    public void ClearFailures(TriggerObject target)
    {
        _failures.Remove(target);
        _times.Remove(target);
        _delayed.Remove(target);
        _restored.Remove(target);
    }

    /// <summary>Removes an object.</summary>
    public void Remove(TriggerObject target)
    {
        ClearFailures(target);
        _entries.Remove(target);
    }

    /// <summary>Takes the next object that is due.</summary>
    public (TriggerObject Object, ValueList<TriggerCause> Causes, bool IsPaused)? Take(DateTimeOffset now)
    {
        while (_times.Take(now) is { } timed)
        {
            Add(timed, _delayed.Remove(timed) ? TriggerCause.DelayEnded.Instance : TriggerCause.Retried.Instance);
        }

        while (_due.TryDequeue(out var target))
        {
            if (_entries.Remove(target, out var entry))
            {
                EndRestored(target, entry);
                return (target, entry.Causes, entry.IsPaused);
            }
        }

        return null;
    }

    /// <summary>Ends the effect of a restored retry: once the object was evaluated, every cause counts again.</summary>
    private void EndRestored(TriggerObject target, TriggerQueueEntry entry)
    {
        if (!entry.IsPaused)
        {
            _restored.Remove(target);
        }
    }

    private DateTimeOffset? FindRetry(TriggerObject target) => _delayed.Contains(target) ? null : _times.Find(target);

    private TriggerQueueEntry GetOrAdd(TriggerObject target)
    {
        if (!_entries.TryGetValue(target, out var entry))
        {
            _entries.Add(target, entry = new TriggerQueueEntry());
            _due.Enqueue(target);
        }

        return entry;
    }
}
