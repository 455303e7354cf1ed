using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The objects that are to be looked at: those that are due in their order, the others by their time.</summary>
/// <remarks>Each stands in it once, with all causes that came up meanwhile.</remarks>
internal sealed class TriggerQueue(TimeSpan retryDelay, TimeSpan maxRetryDelay)
{
    private readonly Queue<TriggerObject> _due = [];
    private readonly Dictionary<TriggerObject, List<TriggerCause>> _causes = [];
    private readonly PriorityQueue<TriggerObject, (DateTimeOffset Time, long Number)> _retryQueue = new();
    private readonly Dictionary<TriggerObject, (DateTimeOffset Time, long Number)> _retries = [];
    private readonly Dictionary<TriggerObject, int> _failures = [];
    private long _number;

    /// <summary>Whether any object is due whatever the time.</summary>
    public bool HasDue => _causes.Count > 0;

    /// <summary>When the next of the others is due; null when there is none.</summary>
    public DateTimeOffset? NextRetry
    {
        get
        {
            RemoveStaleRetries();
            return _retryQueue.TryPeek(out _, out var next) ? next.Time : null;
        }
    }

    /// <summary>Whether an object is due whatever the time.</summary>
    public bool Contains(TriggerObject target) => _causes.ContainsKey(target);

    /// <summary>Has an object looked at as soon as possible.</summary>
    public void Add(TriggerObject target, TriggerCause cause)
    {
        if (_causes.TryGetValue(target, out var causes))
        {
            if (!causes.Contains(cause))
            {
                causes.Add(cause);
            }

            return;
        }

        _causes.Add(target, [cause]);
        _due.Enqueue(target);
    }

    /// <summary>Has an object looked at again later, after each failure in a row a little later; says when.</summary>
    public DateTimeOffset AddRetry(TriggerObject target, DateTimeOffset now)
    {
        var failures = _failures[target] = _failures.GetValueOrDefault(target) + 1;
        var retry = (Time: now + Backoff.GetDelay(retryDelay, maxRetryDelay, failures), _number++);
        _retries[target] = retry;
        _retryQueue.Enqueue(target, retry);
        return retry.Time;
    }

    /// <summary>Forgets that tries of an object have failed.</summary>
    public void ClearFailures(TriggerObject target)
    {
        _failures.Remove(target);
        _retries.Remove(target);
    }

    /// <summary>Forgets an object.</summary>
    public void Remove(TriggerObject target)
    {
        ClearFailures(target);
        _causes.Remove(target);
    }

    /// <summary>Takes the next object that is due, and why it is.</summary>
    public (TriggerObject Object, ValueList<TriggerCause> Causes)? Take(DateTimeOffset now)
    {
        while (NextRetry <= now)
        {
            var target = _retryQueue.Dequeue();
            _retries.Remove(target);
            Add(target, TriggerCause.TriedAgain);
        }

        while (_due.TryDequeue(out var target))
        {
            if (_causes.Remove(target, out var causes))
            {
                return (target, causes.ToValueList());
            }
        }

        return null;
    }

    /// <summary>Drops times that are no longer those of their objects.</summary>
    private void RemoveStaleRetries()
    {
        while (_retryQueue.TryPeek(out var target, out var time) && _retries.GetValueOrDefault(target) != time)
        {
            _retryQueue.Dequeue();
        }
    }
}
