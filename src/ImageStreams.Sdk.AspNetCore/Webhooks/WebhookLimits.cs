using System.Threading.RateLimiting;

namespace ImageStreams.AspNetCore;

/// <summary>The limits of one sender: of requests that are read at a time, and of notifications per minute.</summary>
/// <remarks>Without timers, so that there is nothing to dispose of when the application ends.</remarks>
#pragma warning disable CA1001 // without timers and waiting callers there is nothing to dispose of
internal sealed class WebhookLimits(int maxConcurrency, int requestsPerMinute)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _slots = new(new ConcurrencyLimiterOptions { PermitLimit = maxConcurrency });
    private readonly TokenBucketRateLimiter _rate = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = requestsPerMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromTicks(Math.Max(1, TimeSpan.TicksPerMinute / requestsPerMinute)),
        AutoReplenishment = false,
    });

    /// <summary>Takes a slot to read in, until the lease is disposed of.</summary>
    public RateLimitLease TakeSlot() => _slots.AttemptAcquire();

    /// <summary>Counts a notification.</summary>
    /// <param name="retryAfter">The time until the next one may come, when this one may not.</param>
    public bool TryCount(out TimeSpan retryAfter)
    {
        _rate.TryReplenish();
        using var lease = _rate.AttemptAcquire();
        retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : Briefly;
        return lease.IsAcquired;
    }
}
