using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Hosting;

/// <summary>Follows the shards that this replica owns: reads the state of one that it gains before any work begins, and
/// forgets one that it has lost.</summary>
internal sealed class ShardWorker(
    ShardLeases leases, ActiveShards active, StreamRouter streams, StateKeeper state, ILogger<ShardWorker> logger)
{
    /// <summary>The leases.</summary>
    public ShardLeases Leases => leases;

    public async Task RunAsync(SupervisedLoop loop, CancellationToken stop)
    {
        var changed = new AsyncSignal();
        void OnChanged(object? sender, EventArgs e) => changed.Set();

        leases.OwnedChanged += OnChanged;
        try
        {
            while (true)
            {
                await FollowAsync(stop).ConfigureAwait(false);
                loop.Progress();
                await changed.WaitAsync(stop).ConfigureAwait(false);
            }
        }
        finally
        {
            leases.OwnedChanged -= OnChanged;
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        var owned = leases.Owned.ToHashSet();
        foreach (var lost in active.All.Where(shard => !owned.Contains(shard)))
        {
            await state.ForgetAsync(() => streams.Deactivate(lost), stop).ConfigureAwait(false);
            logger.ShardLost(lost);
        }

        var gained = owned.Where(shard => !active.All.Contains(shard)).ToHashSet();
        if (gained.Count > 0)
        {
            await GainAsync(gained, stop).ConfigureAwait(false);
        }
    }

    private async Task GainAsync(HashSet<int> gained, CancellationToken stop)
    {
        await state.LoadAsync(record => active.IsForAny(gained, record), stop).ConfigureAwait(false);
        foreach (var shard in gained.Where(leases.Owns))
        {
            logger.ShardGained(shard, streams.Activate(shard));
        }
    }
}
