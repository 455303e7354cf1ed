using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The objects whose triggers are to be evaluated: those that are due in their order, and retries by time.</summary>
/// <remarks>Each object is in the queue once, with all causes that have come up since.</remarks>
internal sealed class TriggerQueue(TimeSpan retryDelay, TimeSpan maxRetryDelay)
{
    private readonly Queue<TriggerObject> _due = [];
    private readonly Dictionary<TriggerObject, Entry> _entries = [];
    private readonly PriorityQueue<TriggerObject, (DateTimeOffset Time, long Number)> _retryQueue = new();
    private readonly Dictionary<TriggerObject, (DateTimeOffset Time, long Number)> _retries = [];
    private readonly Dictionary<TriggerObject, int> _failures = [];

    /// <summary>The objects whose time is the end of a delay, not a retry.</summary>
    private readonly HashSet<TriggerObject> _delayed = [];

    /// <summary>The objects whose retry is known from before a restart: that they appear is no cause to try earlier.</summary>
    private readonly HashSet<TriggerObject> _restored = [];
    private long _number;

    /// <summary>Gets a value indicating whether an object is due now.</summary>
    public bool HasDue => _entries.Count > 0;

    /// <summary>The time of the next retry; null when there is none.</summary>
    public DateTimeOffset? NextRetry
    {
        get
        {
            RemoveStaleRetries();
            return _retryQueue.TryPeek(out _, out var next) ? next.Time : null;
        }
    }

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
        return Schedule(target, now + Backoff.GetDelay(retryDelay, maxRetryDelay, failures));
    }

    /// <summary>Makes an object due at the end of a delay, instead of its retry.</summary>
    public void AddDelay(TriggerObject target, DateTimeOffset until)
    {
        _delayed.Add(target);
        Schedule(target, until);
    }

    /// <summary>Restores the failures of an object; it then is not due before its retry.</summary>
    public void Restore(TriggerObject target, int failures, DateTimeOffset retryAt, DateTimeOffset now)
    {
        _failures[target] = failures;
        if (retryAt > now)
        {
            _entries.Remove(target);
            _restored.Add(target);
            Schedule(target, retryAt < now + maxRetryDelay ? retryAt : now + maxRetryDelay);
        }
    }

    /// <summary>Finds the failures in a row of an object, and the time of its retry; null when it has none.</summary>
    public (int Failures, DateTimeOffset? RetryAt)? FindFailures(TriggerObject target) =>
        _failures.TryGetValue(target, out var failures)
            ? (failures, _retries.TryGetValue(target, out var retry) && !_delayed.Contains(target) ? retry.Time : null)
            : null;

    /// <summary>Determines whether an object is due, or will be at a time.</summary>
    public bool IsPending(TriggerObject target) =>
        _retries.ContainsKey(target) || (_entries.TryGetValue(target, out var entry) && !entry.IsPaused);

    /// <summary>Lists the objects with failures.</summary>
    public IReadOnlyCollection<TriggerObject> Failing => _failures.Keys;

    /// <summary>Clears the failures and the retry of an object.</summary>
    public void ClearFailures(TriggerObject target)
    {
        _failures.Remove(target);
        _retries.Remove(target);
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
        while (NextRetry <= now)
        {
            var target = _retryQueue.Dequeue();
            _retries.Remove(target);
            _restored.Remove(target);
            var cause = _delayed.Remove(target) ? TriggerCause.DelayEnded.Instance : TriggerCause.Retried.Instance;
            Add(target, cause);
        }

        while (_due.TryDequeue(out var target))
        {
            if (_entries.Remove(target, out var entry))
            {
                return (target, entry.Causes.ToValueList(), entry.IsPaused);
            }
        }

        return null;
    }

    private DateTimeOffset Schedule(TriggerObject target, DateTimeOffset time)
    {
        var entry = (Time: time, _number++);
        _retries[target] = entry;
        _retryQueue.Enqueue(target, entry);
        return time;
    }

    private Entry GetOrAdd(TriggerObject target)
    {
        if (!_entries.TryGetValue(target, out var entry))
        {
            _entries.Add(target, entry = new Entry { IsPaused = true });
            _due.Enqueue(target);
        }

        return entry;
    }

    /// <summary>Removes the retries that were cleared or replaced.</summary>
    private void RemoveStaleRetries()
    {
        while (_retryQueue.TryPeek(out var target, out var retry) && _retries.GetValueOrDefault(target) != retry)
        {
            _retryQueue.Dequeue();
        }
    }

    private sealed class Entry
    {
        public List<TriggerCause> Causes { get; } = [];

        /// <summary>Gets or sets a value indicating whether all causes concern paused triggers only.</summary>
        public bool IsPaused { get; set; }

        public void Add(TriggerCause cause)
        {
            if (!Causes.Contains(cause))
            {
                Causes.Add(cause);
            }
        }
    }
}
