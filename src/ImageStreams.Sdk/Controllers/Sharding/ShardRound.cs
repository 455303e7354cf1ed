using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The rounds in which a replica renews its leases, gives shards away and takes others.</summary>
/// <remarks>One round at a time.</remarks>
/// <param name="store">The store of leases.</param>
/// <param name="holds">The leased shards.</param>
/// <param name="clock">The times of leases.</param>
/// <param name="replica">The name of this replica.</param>
/// <param name="shardCount">The number of shards.</param>
/// <param name="publish">Tells the owned shards if they have changed.</param>
internal sealed class ShardRound(
    ShardLeaseStore store, ShardHolds holds, ShardClock clock, string replica, int shardCount, Action publish)
{
    private const int MaxConcurrency = 8;

    private readonly ShardReleases _releases = new(store, clock);

    /// <summary>Runs one round.</summary>
    /// <returns>The time to wait before the next one.</returns>
    public async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        var own = await store.JoinAsync(cancellationToken).ConfigureAwait(false);
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        var replicas = await store.ListReplicasAsync(cancellationToken).ConfigureAwait(false);
        var leases = await store.ListShardsAsync(cancellationToken).ConfigureAwait(false);
        var (rank, count) = FindPlace(replicas);
        var share = ShardShare.GetCount(shardCount, count, rank);
        holds.Keep(share);
        publish();   // no work begins on the shards that are given away from here on
        await LeaveAsync(cancellationToken).ConfigureAwait(false);
        await TakeAsync(ListFree(leases, rank, count), share, cancellationToken).ConfigureAwait(false);
        return holds.All.Count == share ? GetDelay(own, replicas.Concat(leases)) : clock.Retry;
    }

    /// <summary>Gives all shards up on which no work goes on, and leaves the other replicas.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var held = holds.All;
        foreach (var hold in held)
        {
            holds.Drop(hold.Shard);
        }

        publish();
        foreach (var hold in held.Where(hold => hold.Works == 0))
        {
            await _releases.ReleaseAsync(hold, cancellationToken).ConfigureAwait(false);
        }

        if (await store.JoinAsync(cancellationToken).ConfigureAwait(false) is { } own)
        {
            await store.ReleaseAsync(own, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Renews the leases, the one that ends first at the beginning.</summary>
    private Task<bool[]> RenewAsync(CancellationToken cancellationToken) => BoundedParallel.SelectAsync(
        holds.All, MaxConcurrency, (hold, token) => TryHoldAsync(hold.Shard, token), cancellationToken);

    /// <summary>Acquires or renews the lease of a shard; without it, the shard is no longer held.</summary>
    private async Task<bool> TryHoldAsync(int shard, CancellationToken cancellationToken)
    {
        var sent = clock.Now;   // before the request: the store's lease begins at this time or later
        var lease = await store.TryAcquireAsync(shard, cancellationToken).ConfigureAwait(false);
        if (lease is null || !_releases.IsCertain(shard, lease))
        {
            holds.Drop(shard);
            return false;
        }

        if (holds.HasOtherTerm(shard, lease))
        {
            holds.Drop(shard);
            publish();   // that it was lost, before it is owned again
        }

        holds.Set(shard, lease, clock.GetHeldUntil(sent));
        return true;
    }

    /// <summary>Gives away the shards that others are to own, as soon as no work on them goes on.</summary>
    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        foreach (var hold in holds.All.Where(hold => hold.LeavingSince is not null))
        {
            if (holds.TryTake(hold))
            {
                await _releases.ReleaseAsync(hold, cancellationToken).ConfigureAwait(false);
            }
            else if (clock.HasPassed(hold.LeavingSince ?? clock.Now))
            {
                hold.Stop();
            }
        }
    }

    private async Task TakeAsync(IEnumerable<int> free, int share, CancellationToken cancellationToken)
    {
        foreach (var shard in free)
        {
            if (holds.All.Count >= share)
            {
                return;
            }

            await TryHoldAsync(shard, cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<int> ListFree(ValueList<Lease> leases, int rank, int replicas)
    {
        var taken = leases.Select(lease => lease.Name).ToHashSet(StringComparer.Ordinal);
        return ShardShare.OrderFor(shardCount, replicas, rank)
            .Where(shard => _releases.MayAcquire(shard) && !taken.Contains(ShardLeaseStore.GetName(shard)));
    }

    /// <summary>Finds the position of this replica among all that are alive, and their number.</summary>
    private (int Rank, int Count) FindPlace(ValueList<Lease> replicas)
    {
        var others = replicas.Where(lease => lease.Holder != replica).ToList();
        return (others.Count(lease => string.CompareOrdinal(lease.Holder, replica) < 0), others.Count + 1);
    }

    /// <summary>Gets the time until the next renewal, or until the first lease of another replica ends that is not renewed.</summary>
    private TimeSpan GetDelay(Lease? own, IEnumerable<Lease> leases)
    {
        if (own is null)
        {
            return clock.Retry;
        }

        var now = own.Expires - clock.Duration;   // by the store's clock, at the beginning of the round
        var first = leases.Where(lease => lease.Holder != replica)
            .Select(lease => lease.Expires - now)
            .DefaultIfEmpty(clock.Renewal)
            .Min();
        return TimeSpan.FromTicks(Math.Clamp(first.Ticks, clock.Retry.Ticks, clock.Renewal.Ticks));
    }
}
