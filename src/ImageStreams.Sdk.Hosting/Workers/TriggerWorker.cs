using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Reacts to objects with triggers when they are due, one after the other.</summary>
/// <param name="controller">The controller.</param>
/// <param name="source">The feed of the objects.</param>
/// <param name="target">The target, where the work is divided; otherwise null.</param>
/// <param name="shards">The shards that this process works on.</param>
/// <param name="state">The state, which is written after each reaction.</param>
/// <param name="reports">The receiver of the reactions.</param>
/// <param name="logger">The logger.</param>
internal sealed class TriggerWorker(
    TriggerController controller,
    TriggerSourceFeed source,
    ShardedTarget? target,
    ActiveShards shards,
    StateKeeper state,
    ControllerReports reports,
    ILogger<TriggerWorker> logger) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>The feed of the objects.</summary>
    public TriggerSourceFeed Source => source;

    /// <summary>Reacts until the token is canceled; a reaction that has begun goes on, until <see cref="Cancel"/>.</summary>
    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        while (true)
        {
            await controller.WaitUntilDueAsync(stop).ConfigureAwait(false);
            await shards.WhenReadAsync(stop).ConfigureAwait(false);   // an open fuse may be among what is not read yet
            await ReactAsync().ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            loop.Progress();
        }
    }

    /// <summary>Cancels the reaction that runs.</summary>
    public void Cancel() => _ = _cancel.CancelAsync();   // not on this thread, whatever the callbacks do

    public void Dispose() => _cancel.Dispose();

    /// <summary>Reacts to one object. One whose target throws is retried later, and does not keep others from their
    /// reactions.</summary>
    private async Task ReactAsync()
    {
        try
        {
            if (await controller.ReactAsync(_cancel.Token).ConfigureAwait(false) is { } reaction)
            {
                reports.Add(reaction);
            }
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            logger.ReactionCanceled();
        }
#pragma warning disable CA1031 // The controller has logged it and retries the object.
        catch (Exception e)
#pragma warning restore CA1031 // end of the reaction
        {
            logger.TargetThrew(e);
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes the state, and gives the shard of the reaction free.</summary>
    private async Task EndAsync()
    {
        try
        {
            await state.WriteAsync(_cancel.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            // the state is written once more when the host stops
        }
        finally
        {
            target?.EndWorks();
        }
    }
}
