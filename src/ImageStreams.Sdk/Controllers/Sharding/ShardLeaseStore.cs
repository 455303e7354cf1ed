using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>The requests of one replica to the store of leases, each with a limit of time.</summary>
internal sealed class ShardLeaseStore(ILeaseStore store, string replica, ShardClock clock, TimeProvider timeProvider)
{
    private const string ReplicaPrefix = "replica/";
    private const string ShardPrefix = "shard/";

    /// <summary>Acquires or renews the lease that makes this replica known to the others.</summary>
    public Task<Lease?> JoinAsync(CancellationToken cancellationToken) =>
        CallAsync(token => store.TryAcquireAsync(ReplicaPrefix + replica, replica, clock.Duration, token), cancellationToken);

    public Task<Lease?> TryAcquireAsync(int shard, CancellationToken cancellationToken) =>
        CallAsync(token => store.TryAcquireAsync(GetName(shard), replica, clock.Duration, token), cancellationToken);

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        CallAsync(token => store.ReleaseAsync(lease, token), cancellationToken);

    /// <summary>Lists the leases of all replicas that are alive.</summary>
    public Task<ValueList<Lease>> ListReplicasAsync(CancellationToken cancellationToken) =>
        CallAsync(token => store.ListAsync(ReplicaPrefix, token), cancellationToken);

    /// <summary>Lists the leases of all shards that are not free.</summary>
    public Task<ValueList<Lease>> ListShardsAsync(CancellationToken cancellationToken) =>
        CallAsync(token => store.ListAsync(ShardPrefix, token), cancellationToken);

    /// <summary>Gets the name of the lease of a shard.</summary>
    public static string GetName(int shard) => ShardPrefix + shard.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="TimeoutException">The store did not answer in time.</exception>
    private async Task<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(clock.Renewal, timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await call(stop.Token).AsTask().WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The store of leases did not answer within {clock.Renewal:c}.");
        }
    }
}
