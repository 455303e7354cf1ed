using ImageStreams.Collections;

namespace ImageStreams.Controllers;

/// <content>The run that acquires, renews and gives up leases.</content>
public sealed partial class ShardLeases
{
    /// <summary>Acquires and renews leases until it is canceled, and then gives them up.</summary>
    /// <remarks>
    /// Failures of the store are retried; shards whose leases may have ended in the meantime are no longer owned. When it is
    /// canceled, all work must end at once: end the work first for an orderly stop. A shard with work that has not ended is not
    /// released, but expires.
    /// </remarks>
    /// <param name="cancellationToken">A token to end the run.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled; nothing else ends it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _runs) > 1)
        {
            throw new InvalidOperationException("The leases of shards run once.");
        }

        try
        {
            while (true)
            {
                var delay = await RunRoundAsync(cancellationToken).ConfigureAwait(false);
                await WaitAsync(delay, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs one round, and returns the time to wait before the next one.</summary>
    internal async Task<TimeSpan> RunRoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _round.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.RoundFailed(ReplicaId, e.GetType().Name, e.Message);
            return _clock.Retry;
        }
        finally
        {
            _publisher.Publish();
        }
    }

    /// <summary>Waits for the next round, or until the work on a shard has ended that is to be given away.</summary>
    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_drained.Task, Task.Delay(delay, _timeProvider, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        _drained = CreateSignal();
    }

    /// <summary>Gives all leases up.</summary>
    internal async Task EndAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(_clock.Renewal, _timeProvider);
            await _round.EndAsync(limit.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Leases that cannot be released expire, whatever the store throws.
        catch (Exception e)
#pragma warning restore CA1031 // end of the release
        {
            _logger.ReleaseFailed(ReplicaId, e.GetType().Name, e.Message);
        }

        await _publisher.DisposeAsync().ConfigureAwait(false);
    }

    private void Raise(ValueList<int> owned)
    {
        _logger.OwnedChanged(ReplicaId, owned.Count, ShardCount);
        try
        {
            OwnedChanged?.Invoke(this, EventArgs.Empty);
        }
#pragma warning disable CA1031 // The leases go on, whatever a handler throws.
        catch (Exception e)
#pragma warning restore CA1031 // end of the handlers
        {
            _logger.HandlerFailed(ReplicaId, e.GetType().Name, e.Message);
        }
    }

    private static TaskCompletionSource CreateSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
