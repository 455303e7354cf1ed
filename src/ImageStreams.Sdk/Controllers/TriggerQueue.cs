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
        var retry = (Time: now + Backoff.GetDelay(retryDelay, maxRetryDelay, failures), _number++);
        _retries[target] = retry;
        _retryQueue.Enqueue(target, retry);
        return retry.Time;
    }

    /// <summary>Clears the failures and the retry of an object.</summary>
    public void ClearFailures(TriggerObject target)
    {
        _failures.Remove(target);
        _retries.Remove(target);
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
            GetOrAdd(target, isPaused: false).Add(TriggerCause.Retried.Instance);
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

    private Entry GetOrAdd(TriggerObject target, bool isPaused = true)
    {
        if (!_entries.TryGetValue(target, out var entry))
        {
            _entries.Add(target, entry = new Entry { IsPaused = isPaused });
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
