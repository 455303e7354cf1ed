using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Follows the shards that this replica owns: reads the state of one that it gains before any work begins, and
/// forgets one that it has lost, also when it owns that one again by now.</summary>
internal sealed class ShardWorker(
    ShardLeases leases,
    ActiveShards active,
    StreamRouter streams,
    StateKeeper state,
    StateReader reader,
    Reflector<ImageStream> feed,
    ILogger<ShardWorker> logger)
{
    /// <summary>The leases.</summary>
    public ShardLeases Leases => leases;

    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        while (true)
        {
            await ForgetAsync(stop).ConfigureAwait(false);
            await GainAsync(active.BeginGain(), stop).ConfigureAwait(false);
            active.EndFollowing();
            loop.Progress();
            await active.WaitForChangeAsync(stop).ConfigureAwait(false);
        }
    }

    private async Task ForgetAsync(CancellationToken stop)
    {
        foreach (var lost in active.ListLost())
        {
            await state.ForgetAsync(() => streams.Forget(lost), stop).ConfigureAwait(false);
            active.EndLost(lost);
            logger.ShardLost(lost);
        }
    }

    private async Task GainAsync(IReadOnlyList<int> gained, CancellationToken stop)
    {
        if (gained.Count == 0)
        {
            return;
        }

        await reader.ReadAsync(active.IsGained, stop).ConfigureAwait(false);
        foreach (var shard in gained)
        {
            if (streams.Activate(shard) is { } count)
            {
                logger.ShardGained(shard, count);
            }
        }

        if (feed.HasSynced)
        {
            streams.RemoveStateOfDeleted();
        }
    }
}
