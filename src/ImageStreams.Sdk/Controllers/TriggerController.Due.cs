using ImageStreams.Collections;

namespace ImageStreams.Controllers;

/// <content>The objects that are due, and the time of the next reaction.</content>
public sealed partial class TriggerController
{
    /// <summary>The next time that was told; <see cref="DateTimeOffset.MinValue"/> for now.</summary>
    private DateTimeOffset? _toldNextDue;

    /// <summary>Occurs when <see cref="NextDue"/> has changed, so that whoever waits for it can wait anew.</summary>
    /// <remarks>Raised on the thread that caused the change, after the change and without a lock held.</remarks>
    public event EventHandler? NextDueChanged;

    /// <summary>The time at which <see cref="ReactAsync"/> next has something to do; null when nothing is queued.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                var next = FindNextDue();
                return next == DateTimeOffset.MinValue ? _timeProvider.GetUtcNow() : next;
            }
        }
    }

    /// <summary>Waits until <see cref="ReactAsync"/> has something to do, also when that changes in the meantime.</summary>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <returns>A task that ends when something is due; at once when something is due now.</returns>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Task WaitUntilDueAsync(CancellationToken cancellationToken = default) =>
        new DueWait(this, _timeProvider).RunAsync(cancellationToken);

    private void RaiseNextDueChanged()
    {
        lock (_gate)
        {
            var next = FindNextDue();
            if (next == _toldNextDue)
            {
                return;
            }

            _toldNextDue = next;
        }

        NextDueChanged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Finds the next time; <see cref="DateTimeOffset.MinValue"/> for now.</summary>
    private DateTimeOffset? FindNextDue()
    {
        var now = _timeProvider.GetUtcNow();
        if (_queue.HasDue || _builds.HasTurn(now))
        {
            return DateTimeOffset.MinValue;
        }

        var (retry, turn) = (_queue.NextRetry, _builds.FindNextTurn(now));
        return turn is null || retry < turn ? retry : turn;
    }

    private TriggerWork? Take()
    {
        lock (_gate)
        {
            EnqueueWaiting();
            while (_queue.Take(_timeProvider.GetUtcNow()) is { } due)
            {
                var work = _objects.Find(due.Object) is { } found ? Evaluate(found, due.Causes, due.IsPaused) : null;
                if (work?.Evaluation.Action?.Request is null)
                {
                    _builds.EndTurn(due.Object);
                }

                if (work is not null)
                {
                    return work;
                }
            }

            return null;
        }
    }

    private TriggerWork Evaluate(ObservedObject current, ValueList<TriggerCause> causes, bool isPaused)
    {
        var evaluation = current.Evaluate(_tags, Timestamp.Now(_timeProvider));
        return new TriggerWork(current, causes, isPaused ? evaluation with { Action = null } : evaluation)
        {
            IsOnlyExplained = isPaused && evaluation.Action is not null,
        };
    }

    /// <summary>Makes the objects due that have waited longest for other builds to end, as far as there is room.</summary>
    private void EnqueueWaiting()
    {
        while (_builds.TakeWaiting(_timeProvider.GetUtcNow()) is { } waiting)
        {
            _queue.Add(waiting, _builds.IsLimited ? TriggerCause.BuildEnded.Instance : TriggerCause.DelayEnded.Instance);
        }
    }
}
