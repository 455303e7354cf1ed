namespace ImageStreams.Controllers;

/// <content>The time of the next reaction.</content>
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
                return HasDue ? _timeProvider.GetUtcNow() : _queue.NextRetry;
            }
        }
    }

    private bool HasDue => _queue.HasDue || _builds.HasTurn;

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
            var next = HasDue ? DateTimeOffset.MinValue : _queue.NextRetry;
            if (next == _toldNextDue)
            {
                return;
            }

            _toldNextDue = next;
        }

        NextDueChanged?.Invoke(this, EventArgs.Empty);
    }
}
