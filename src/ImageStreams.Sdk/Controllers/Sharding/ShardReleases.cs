using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>
/// Releases leases. A release of which no answer came may still reach the store, so its lease is not relied on again before it
/// has surely ended and was acquired anew: the store ignores a late release of an earlier term.
/// </summary>
internal sealed class ShardReleases(ShardLeaseStore store, ShardClock clock)
{
    /// <summary>The unanswered releases: the term of each, and the timestamp until which the shard is left alone.</summary>
    private readonly Dictionary<int, (long Term, long Until)> _unanswered = [];

    /// <summary>Determines whether a lease of a shard may be requested.</summary>
    public bool MayAcquire(int shard) => !_unanswered.TryGetValue(shard, out var release) || release.Until <= clock.Now;

    /// <summary>Determines whether a lease that was acquired cannot be ended by a late release.</summary>
    public bool IsCertain(int shard, Lease lease)
    {
        if (!_unanswered.TryGetValue(shard, out var release))
        {
            return true;
        }

        if (lease.Term == release.Term)
        {
            _unanswered[shard] = (release.Term, clock.GetSurelyEnded());
            return false;
        }

        _unanswered.Remove(shard);
        return true;
    }

    /// <summary>Releases the lease of a shard that is no longer held.</summary>
    public async Task ReleaseAsync(ShardHold hold, CancellationToken cancellationToken)
    {
        try
        {
            await store.ReleaseAsync(hold.Lease, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _unanswered[hold.Shard] = (hold.Lease.Term, clock.GetSurelyEnded());
            throw;
        }
    }
}
