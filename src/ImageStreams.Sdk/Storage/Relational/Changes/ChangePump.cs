namespace ImageStreams.Storage;

/// <summary>Reads the changes into the ring whenever there may be some, until it is canceled.</summary>
/// <remarks>A connection that breaks ends no watch: reading goes on when there is one again, with all that was missed.</remarks>
internal sealed class ChangePump(RelationalDatabase database, ChangeFeed feed) : IDisposable
{
    private const int FailuresAtAnEnd = 5;

    private readonly SemaphoreSlim _signal = new(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listening = RepeatAsync(ListenAsync, cancellationToken);
        var reading = RepeatAsync(ReadAsync, cancellationToken);
        await Task.WhenAll(listening, reading).ConfigureAwait(false);
    }

    public void Dispose() => _signal.Dispose();

    // An error here costs time, and ends no watch: the changes are read whenever it is tried again.
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        Changed();
        await database.Dialect.WatchAsync(Changed, cancellationToken).ConfigureAwait(false);
        await RelationalRetry.DelayAsync(FailuresAtAnEnd, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await _signal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await feed.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Report(e, cancellationToken);
            Changed();
            throw;
        }
    }

    // One signal that waits stands for any number of them.
    private void Changed()
    {
        lock (_signal)
        {
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    private static async Task RepeatAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        for (var failures = 0; !cancellationToken.IsCancellationRequested;)
        {
            failures = await TryAsync(step, cancellationToken).ConfigureAwait(false) ? 0 : failures + 1;
            if (failures > 0)
            {
                await RelationalRetry.DelayAsync(failures, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task<bool> TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // The pump goes on after any error.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    // An error that time does not heal ends the watches, which report it.
    private void Report(Exception error, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested && database.Errors.Classify(error) != StoreFailure.Unavailable)
        {
            feed.Ring.Fail(database.Errors.Translate(error) ?? error);
        }
    }
}
