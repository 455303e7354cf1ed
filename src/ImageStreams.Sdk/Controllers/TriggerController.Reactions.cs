namespace ImageStreams.Controllers;

/// <content>Reactions, one after the other.</content>
public sealed partial class TriggerController
{
    private static readonly TriggerTargetResult NoResult =
        new TriggerTargetResult.Refused { Message = "The target returned null, which is not a result." };

    /// <summary>Reacts to one object that is due.</summary>
    /// <remarks>
    /// Callers take turns: a call waits until the reactions of earlier calls have ended, so that the target has one call at a
    /// time. An exception that the target throws is rethrown, and the object is retried later.
    /// </remarks>
    /// <param name="cancellationToken">A token to cancel the operation. The object is then retried later.</param>
    /// <returns>The reaction and its causes; null when nothing is due.</returns>
    /// <exception cref="InvalidOperationException">
    /// The target calls this while the controller waits for the target.
    /// </exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async ValueTask<TriggerReaction?> ReactAsync(CancellationToken cancellationToken = default)
    {
        using var turn = await _turns.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Take() is { } work ? await ReactToAsync(work, cancellationToken).ConfigureAwait(false) : null;
        }
        finally
        {
            RaiseNextDueChanged();
        }
    }

    private async ValueTask<TriggerReaction> ReactToAsync(TriggerWork work, CancellationToken cancellationToken)
    {
        using var telemetry = new TriggerTelemetry(_logger, work.Name);
        try
        {
            var reaction = await RunAsync(work, cancellationToken).ConfigureAwait(false);
            telemetry.End(reaction);
            return reaction;
        }
        catch (Exception e)
        {
            telemetry.Fail(e);
            throw;
        }
        finally
        {
            EndReaction(work.Name);
        }
    }

    private async ValueTask<TriggerReaction> RunAsync(TriggerWork work, CancellationToken cancellationToken)
    {
        if (work.Evaluation.Action is not { } action)
        {
            ClearFailures(work);
            return work.ToReaction();
        }

        if (TryDelay(work, action) is { } delayed)
        {
            return delayed;
        }

        if (_fuse is not null && !_fuse.TryFire(work.Name, out var trip))
        {
            UndoBuild(work, action);
            return work.ToHeld(trip);
        }

        return await RunActionAsync(work, action, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TriggerReaction> RunActionAsync(
        TriggerWork work, TriggerAction action, CancellationToken cancellationToken)
    {
        TriggerTargetResult result;
        try
        {
            result = await action.RunAsync(_target, cancellationToken).ConfigureAwait(false) ?? NoResult;
        }
        catch
        {
            Postpone(work, action);
            throw;
        }

        if (result is not TriggerTargetResult.Accepted)
        {
            return work.ToPostponed(result, Postpone(work, action));
        }

        RecordSuccess(work, action.ResultingObject);
        return work.ToReaction();
    }

    private void ClearFailures(TriggerWork work)
    {
        if (work.IsOnlyExplained)
        {
            return;   // what it waits for is still to come
        }

        lock (_gate)
        {
            _queue.ClearFailures(work.Name);
            _storm.StopWaiting(work.Name);
        }
    }

    private DateTimeOffset Postpone(TriggerWork work, TriggerAction action)
    {
        UndoBuild(work, action);
        _fuse?.UndoFiring(work.Name);
        lock (_gate)
        {
            var retryAt = _queue.AddRetry(work.Name, _timeProvider.GetUtcNow());
            if (_objects.Find(work.Name) is null)
            {
                _queue.Remove(work.Name);   // it was deleted in the meantime
            }

            return retryAt;
        }
    }

    /// <summary>Records the object that the target has stored, unless a newer one was observed in the meantime.</summary>
    private void RecordSuccess(TriggerWork work, ObservedObject resultingObject)
    {
        lock (_gate)
        {
            _queue.ClearFailures(work.Name);
            _storm.StopWaiting(work.Name);
            if (_objects.Find(work.Name) == work.Object)
            {
                _objects.Set(resultingObject);
            }
        }
    }
}
