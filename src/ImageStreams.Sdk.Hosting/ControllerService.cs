using ImageStreams.Controllers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Runs the controllers for as long as the host does.</summary>
/// <remarks>
/// <code>
/// start:  read the state ─▶ lists and watches ─▶ imports and reactions, each in a loop that is restarted when it dies
/// stop:   take nothing new ─▶ running work ends ─▶ state written ─▶ watches end, leases released
///                             (canceled at the end of the host's time)
/// </code>
/// </remarks>
internal sealed class ControllerService(
    HostedParts parts, ControllerHostOptions options, TimeProvider timeProvider, ILogger<ControllerService> logger)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopWork = new();
    private readonly CancellationTokenSource _stopFeeds = new();
    private Task _work = Task.CompletedTask;
    private Task _feeds = Task.CompletedTask;
    private bool _isDisposed;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _feeds = Task.Run(RunFeedsAsync, CancellationToken.None);
        _work = Task.Run(RunWorkAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        logger.Stopping(parts.Imports?.Running.Count ?? 0);
        await _stopWork.CancelAsync().ConfigureAwait(false);
        var drain = new Drain(parts, timeProvider, logger);
        await drain.RunAsync(_work, cancellationToken).ConfigureAwait(false);
        await _stopFeeds.CancelAsync().ConfigureAwait(false);
        await drain.EndAsync(_feeds, cancellationToken).ConfigureAwait(false);
        logger.Stopped();
    }

    /// <summary>Ends the loops, also in a host that could not start, which does not stop its services.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        _stopWork.Cancel();
        _stopFeeds.Cancel();
        _stopWork.Dispose();
        _stopFeeds.Dispose();
    }

    private async Task RunFeedsAsync()
    {
        List<Task> loops = [RunAsync("state", new StateWriter(parts.State, options, timeProvider).RunAsync, _stopFeeds.Token)];
        if (parts.Duty is { } duty)
        {
            await RunAsync("duty", (loop, stop) => AskAsync(duty, loop, stop), _stopFeeds.Token).ConfigureAwait(false);
        }

        if (parts.Shards is { } shards)
        {
            loops.Add(RunAsync("shards", shards.RunAsync, _stopFeeds.Token));
            loops.Add(RunAsync("leases", shards.Leases.RunAsync));
            loops.AddRange(parts.Pauses is { } pauses ? [RunAsync("pauses", pauses.RunAsync, _stopFeeds.Token)] : []);
        }
        else
        {
            await RunAsync("restore", RestoreAsync, _stopFeeds.Token).ConfigureAwait(false);
        }

        loops.Add(RunAsync("streams", parts.Feed.RunAsync));
        loops.Add(RunAsync("cleanup", CleanUpAsync, _stopFeeds.Token));
        if (parts.Triggers is { } triggers)
        {
            loops.Add(RunAsync("objects", triggers.Source.RunAsync));
        }

        await Task.WhenAll(loops).ConfigureAwait(false);
    }

    private Task RunWorkAsync() => Task.WhenAll(
        parts.Imports is { } imports ? RunAsync("imports", imports.RunAsync, _stopWork.Token) : Task.CompletedTask,
        parts.Triggers is { } triggers ? RunAsync("triggers", triggers.RunAsync, _stopWork.Token) : Task.CompletedTask,
        parts.Policies is { } policies ? RunAsync("policies", policies.RunAsync, _stopWork.Token) : Task.CompletedTask);

    private Task RunAsync(string name, Func<SupervisedLoop, CancellationToken, Task> body, CancellationToken stop) =>
        new SupervisedLoop(name, parts.Loops, options, timeProvider, logger).RunAsync(body, stop);

    /// <summary>Runs a loop of the library, which reports no progress: it has made some when it still runs after a
    /// while.</summary>
    private Task RunAsync(string name, Func<CancellationToken, Task> run) => RunAsync(
        name,
        async (loop, stop) =>
        {
            var running = run(stop);
            await Task.WhenAny(running, Task.Delay(options.RestartDelay, timeProvider, stop)).ConfigureAwait(false);
            loop.ProgressUnless(running.IsCompleted);
            await running.ConfigureAwait(false);
        },
        _stopFeeds.Token);

    /// <summary>Removes the state of streams that were deleted while nobody watched, once all streams are listed.</summary>
    private async Task CleanUpAsync(SupervisedLoop loop, CancellationToken stop)
    {
        await parts.Feed.WhenSyncedAsync(stop).ConfigureAwait(false);
        parts.Streams.RemoveStateOfDeleted();
        loop.Progress();
    }

    private async Task AskAsync(IImportDuty duty, SupervisedLoop loop, CancellationToken stop)
    {
        if (!await duty.IsOursAsync(stop).ConfigureAwait(false))
        {
            parts.Streams.LeaveImports();
        }

        loop.Progress();
    }

    private async Task RestoreAsync(SupervisedLoop loop, CancellationToken stop)
    {
        logger.Started(await parts.Reader.ReadAsync(static _ => true, stop).ConfigureAwait(false));
        loop.Progress();
    }
}
