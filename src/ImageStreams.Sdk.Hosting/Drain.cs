using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Ends the work that runs, and writes the state, when the host stops. For one stop.</summary>
internal sealed class Drain(HostedParts parts, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The time after that of the host in which canceled work ends, and the same again for the state.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Waits for the loops and what they started; cancels it when the host's time is over.</summary>
    public async Task RunAsync(Task work, CancellationToken timeIsOver)
    {
        using var grace = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        await using (timeIsOver.Register(() => Cancel(grace)).ConfigureAwait(false))
        {
            await WaitAsync(work, timeIsOver, grace.Token).ConfigureAwait(false);
        }

        await WriteStateAsync().ConfigureAwait(false);
    }

    private void Cancel(CancellationTokenSource grace)
    {
        grace.CancelAfter(Grace);
        parts.Triggers?.Cancel();
    }

    private async Task WaitAsync(Task work, CancellationToken timeIsOver, CancellationToken grace)
    {
        try
        {
            await work.WaitAsync(grace).ConfigureAwait(false);
            var canceled = parts.Imports is { } imports
                ? await imports.Running.DrainAsync(timeIsOver).WaitAsync(grace).ConfigureAwait(false)
                : 0;
            if (canceled > 0)
            {
                logger.ImportsCanceled(canceled);
            }
        }
        catch (OperationCanceledException) when (grace.IsCancellationRequested)
        {
            logger.WorkAbandoned();
        }
    }

    private async Task WriteStateAsync()
    {
        using var limit = new CancellationTokenSource(Grace, timeProvider);
        var isWritten = false;
        try
        {
            isWritten = await parts.State.WriteAsync(limit.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The host stops: the leases must be released whatever the store does.
        catch (Exception e)
#pragma warning restore CA1031 // end of the write
        {
            logger.StateNotWritten(e.Message);
        }

        if (!isWritten)
        {
            logger.StateLost();
        }
    }
}
