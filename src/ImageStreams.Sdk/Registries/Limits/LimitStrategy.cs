using System.Threading.RateLimiting;
using Polly;

namespace ImageStreams.Registries;

/// <summary>Lets an attempt wait for its turn, and for the pauses that its registry asked for.</summary>
internal sealed class LimitStrategy(
    PartitionedRateLimiter<RegistryRequest> limiter, Func<string, RegistryLimits> limits, TimeProvider time)
    : ResilienceStrategy
{
    private static readonly ResiliencePropertyKey<bool> HasWaited = new("ImageStreams.HasWaited");
    private readonly HostPauses _pauses = new(time);

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
            _pauses.Note(request, outcome.Exception, context.Properties.GetValue(RegistryQuota.Key, null!));
            return outcome;
        }
        catch (Exception exception) when (exception is RegistryException or OperationCanceledException)
        {
            return Outcome.FromException<TResult>(exception);
        }
    }

    /// <exception cref="RegistryException">The request may not wait that long, or too many do.</exception>
    private async ValueTask<RateLimitLease> AdmitAsync(RegistryRequest request, ResilienceContext context)
    {
        await SitOutPauseAsync(request, context).ConfigureAwait(context.ContinueOnCapturedContext);
        var lease = await limiter.AcquireAsync(request, 1, context.CancellationToken)
            .ConfigureAwait(context.ContinueOnCapturedContext);
        if (lease.IsAcquired)
        {
            return lease;
        }

        using (lease)
        {
            throw lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? RegistryFaults.WaitTooLong(request, wait)
                : RegistryFaults.QueueFull(request);
        }
    }

    /// <summary>A second attempt has waited already, as long as the registry asked.</summary>
    private async ValueTask SitOutPauseAsync(RegistryRequest request, ResilienceContext context)
    {
        var wait = context.Properties.GetValue(HasWaited, false) ? TimeSpan.Zero : _pauses.WaitFor(request);
        context.Properties.Set(HasWaited, true);
        if (wait > limits(request.Registry).MaxWait)
        {
            throw RegistryFaults.WaitTooLong(request, wait);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        }
    }
}
