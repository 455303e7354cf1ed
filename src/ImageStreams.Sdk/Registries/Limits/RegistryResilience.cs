using System.Threading.RateLimiting;
using Polly;

namespace ImageStreams.Registries;

/// <summary>What <see cref="HttpRegistryClient"/> survives failures with, whole and in parts for a pipeline of one's
/// own.</summary>
/// <remarks>
/// The whole is <c>retries ▶ limits ▶ circuit breaker ▶ attempt</c>. It is the only place where anything is tried again:
/// token servers and redirects are asked once for each attempt.
/// </remarks>
public static class RegistryResilience
{
    /// <summary>Creates the pipeline that a client uses when its options name none.</summary>
    /// <param name="options">The retries and the limits; copied.</param>
    /// <param name="timeProvider">The clock of the waits.</param>
    public static ResiliencePipeline CreatePipeline(RegistryClientOptions options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);

        var builder = new ResiliencePipelineBuilder { TimeProvider = timeProvider };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(RegistryRetry.CreateStrategy(options));
        }

        return builder.AddRegistryLimits(options).AddRegistryBreaker(options).Build();
    }

    /// <summary>Adds the limits: concurrency and budget of each registry, fair turns, and the pauses that registries ask
    /// for.</summary>
    /// <param name="builder">The pipeline, with the clock to use.</param>
    /// <param name="options">The limits; copied.</param>
    public static ResiliencePipelineBuilder AddRegistryLimits(
        this ResiliencePipelineBuilder builder, RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);

        var timeProvider = builder.TimeProvider ?? TimeProvider.System;
        var limits = GetLimits(options);
        return builder.AddStrategy(_ => new LimitStrategy(CreateLimiter(options, limits, timeProvider), limits, timeProvider));
    }

    /// <summary>Adds a circuit breaker for each registry.</summary>
    /// <param name="builder">The pipeline, with the clock to use.</param>
    /// <param name="options">When circuits open, and for how long; copied.</param>
    public static ResiliencePipelineBuilder AddRegistryBreaker(
        this ResiliencePipelineBuilder builder, RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);

        var timeProvider = builder.TimeProvider ?? TimeProvider.System;
        var limits = GetLimits(options);
        return builder.AddStrategy(_ => new BreakerStrategy(limits, timeProvider));
    }

    private static PartitionedRateLimiter<RegistryRequest> CreateLimiter(
        RegistryClientOptions options, Func<string, RegistryLimits> limits, TimeProvider timeProvider) =>
        options.Limiter ?? new RegistryRateLimiter(limits, timeProvider);

    private static Func<string, RegistryLimits> GetLimits(RegistryClientOptions options)
    {
        var (all, single) = (options.Limits, new Dictionary<string, RegistryLimits>(StringComparer.Ordinal));
        foreach (var (registry, limits) in options.HostLimits)
        {
            single[RegistryScope.Canonical(registry)] = limits;
        }

        return registry => single.GetValueOrDefault(registry, all);
    }
}
