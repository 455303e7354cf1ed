using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Deletes the leases that nobody has renewed for a long time, such as those of pods that are gone.</summary>
internal sealed class LeaseRemains(LeaseClient client, LeaseObservations observations)
{
    /// <summary>The time without a renewal after which a lease is deleted; it begins when this process first sees it.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    private const int MaxAtOnce = 20;

    private volatile bool _isRefused;

    /// <summary>Deletes some of those leases; whoever may not delete them leaves them.</summary>
    /// <param name="leases">All leases.</param>
    /// <param name="asked">The time stamp at which they were asked for.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task DeleteAsync(IEnumerable<ClusterLease> leases, long asked, CancellationToken cancellationToken)
    {
        var old = leases.Where(lease => observations.GetRest(lease, asked) < -Retention).Take(MaxAtOnce).ToList();
        foreach (var lease in _isRefused ? [] : old)
        {
            await DeleteAsync(lease, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DeleteAsync(ClusterLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteAsync(lease, cancellationToken).ConfigureAwait(false);
            observations.Forget(lease.Name);
        }
        catch (ApiException e) when (e.Reason is ApiFailure.Forbidden)
        {
            _isRefused = true;
        }
        catch (ApiException)
        {
            // Somebody renewed or deleted it, or the server has other troubles: the next list shows.
        }
    }
}
