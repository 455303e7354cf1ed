using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Ends the work that runs, and writes the state, when the host stops. For one stop.</summary>
internal sealed class Drain(HostedParts parts, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Waits for the loops and what they started; cancels it when the host's time is over.</summary>
    public async Task RunAsync(Task work, CancellationToken timeIsOver)
    {
        await using (timeIsOver.Register(Cancel).ConfigureAwait(false))
        {
            await WaitAsync(EndWorkAsync(work), timeIsOver).ConfigureAwait(false);
        }

        await WriteStateAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for the loops that were canceled after the work: the watches, and the leases, which are released.</summary>
    public Task EndAsync(Task feeds, CancellationToken timeIsOver) => WaitAsync(feeds, timeIsOver);

    private void Cancel()
    {
        parts.Triggers?.Cancel();
        if (parts.Imports?.Running.Cancel() is { } count and > 0)
        {
            logger.ImportsCanceled(count);
        }
    }

    private async Task EndWorkAsync(Task work)
    {
        await work.ConfigureAwait(false);
        await (parts.Imports?.Running.WhenEndedAsync() ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>Waits until something has ended, or the grace is over.</summary>
    private async Task WaitAsync(Task end, CancellationToken timeIsOver)
    {
        using var grace = new StopGrace(timeProvider, timeIsOver);
        try
        {
            await end.WaitAsync(grace.IsOver).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (grace.IsOver.IsCancellationRequested)
        {
            logger.WorkAbandoned();
        }
    }

    private async Task WriteStateAsync()
    {
        using var limit = new CancellationTokenSource(StopGrace.Duration, timeProvider);
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
