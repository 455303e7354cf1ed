using System.Threading.RateLimiting;
using Polly;

namespace ImageStreams.Registries;

/// <summary>Delays an attempt until its turn, and for the pauses that its registry requested.</summary>
internal sealed class LimitStrategy(
    PartitionedRateLimiter<RegistryRequest> limiter,
    Func<string, RegistryLimits> limits,
    RegistryPauses pauses,
    TimeProvider timeProvider)
    : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        if (!context.Properties.TryGetValue(RegistryRequest.Key, out var request))
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }

        try
        {
            using var lease = await AdmitAsync(request, context).ConfigureAwait(context.ContinueOnCapturedContext);
            var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            pauses.Record(request, outcome.Exception, context.Properties.GetValue(RegistryQuota.Key, null!));
            return outcome;
        }
        catch (Exception exception) when (exception is RegistryException or OperationCanceledException)
        {
            return Outcome.FromException<TResult>(exception);
        }
    }

    /// <summary>Waits for the turn and checks for a pause again: another request may have started one in the meantime.</summary>
    /// <exception cref="RegistryException">The request may not wait that long, or too many requests
    /// wait.</exception>
    private async ValueTask<RateLimitLease> AdmitAsync(RegistryRequest request, ResilienceContext context)
    {
        var left = limits(request.Registry).MaxWait;
        while (true)
        {
            left -= await WaitForPauseAsync(request, left, context).ConfigureAwait(context.ContinueOnCapturedContext);
            var lease = await AcquireAsync(request, context).ConfigureAwait(context.ContinueOnCapturedContext);
            if (pauses.GetWait(request) == TimeSpan.Zero)
            {
                return lease;
            }

            lease.Dispose();
        }
    }

    private async ValueTask<RateLimitLease> AcquireAsync(RegistryRequest request, ResilienceContext context)
    {
        var lease = await limiter.AcquireAsync(request, 1, context.CancellationToken)
            .ConfigureAwait(context.ContinueOnCapturedContext);
        if (lease.IsAcquired)
        {
            return lease;
        }

        using (lease)
        {
            throw lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? RegistryClientErrors.WaitTooLong(request, wait)
                : RegistryClientErrors.QueueFull(request);
        }
    }

    /// <summary>Waits until the pause is over, and returns the time waited.</summary>
    private async ValueTask<TimeSpan> WaitForPauseAsync(RegistryRequest request, TimeSpan maxWait, ResilienceContext context)
    {
        var wait = pauses.GetWait(request);
        if (wait > maxWait)
        {
            throw RegistryClientErrors.WaitTooLong(request, wait);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, timeProvider, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        }

        return wait;
    }
}
