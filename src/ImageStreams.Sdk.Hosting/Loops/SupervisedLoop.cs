using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Runs a loop until the host stops: when it dies, it is logged, reported, and started again after a delay.</summary>
internal sealed class SupervisedLoop(
    string name, ControllerLoops loops, ControllerHostOptions options, TimeProvider timeProvider, ILogger logger)
{
    private volatile int _failures;

    public string Name => name;

    /// <summary>Runs the loop; returns when the token is canceled or the loop has nothing more to do, and never throws.</summary>
    public async Task RunAsync(Func<SupervisedLoop, CancellationToken, Task> body, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await RunOnceAsync(body, stop).ConfigureAwait(false) is { } delay)
        {
            await Pause.ForAsync(delay, timeProvider, stop).ConfigureAwait(false);
        }

        loops.Change(name, static loop => loop with { State = ControllerLoopState.Stopped });
    }

    /// <summary>Reports that the loop has done something; it is no longer dead, and the delays begin anew.</summary>
    public void Progress()
    {
        if (Interlocked.Exchange(ref _failures, 0) > 0)
        {
            loops.Change(name, static loop => loop with { Failures = 0 });
            logger.LoopRecovered(name);
        }
    }

    /// <summary>Reports progress, unless the loop has ended already.</summary>
    public void ProgressUnless(bool hasEnded)
    {
        if (!hasEnded)
        {
            Progress();
        }
    }

    /// <summary>Runs the loop once.</summary>
    /// <returns>The wait before it is started again; null when it has ended.</returns>
    private async Task<TimeSpan?> RunOnceAsync(Func<SupervisedLoop, CancellationToken, Task> body, CancellationToken stop)
    {
        loops.Change(name, static loop => loop with { State = ControllerLoopState.Running });
        try
        {
            await body(this, stop).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // A loop must not end silently, whatever the exception is; it is logged and shown in the health.
        catch (Exception e)
#pragma warning restore CA1031 // end of the supervision
        {
            return RecordFailure(e);
        }
    }

    private TimeSpan RecordFailure(Exception exception)
    {
        var failures = Interlocked.Increment(ref _failures);
        var delay = RestartDelays.Get(options, failures);
        loops.Change(name, loop => loop with
        {
            State = ControllerLoopState.Restarting,
            Failures = failures,
            Restarts = loop.Restarts + 1,
            LastError = $"{exception.GetType().Name}: {exception.Message}",
            LastFailure = timeProvider.GetUtcNow(),
        });
        logger.LoopDied(exception, name, delay);
        return delay;
    }
}
