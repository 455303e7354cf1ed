using ImageStreams.Internal;
using Polly;
using Polly.Retry;

namespace ImageStreams.Registries;

/// <summary>Creates the resilience pipeline of <see cref="HttpRegistryClient"/>, or its retries for a custom
/// pipeline.</summary>
/// <remarks>The whole pipeline is <c>retries ▶ limits ▶ circuit breaker ▶ attempt</c>. Nothing is retried anywhere
/// else: each attempt sends one request to a token server and follows each redirect once.</remarks>
public static class RegistryResilience
{
    /// <summary>Creates the pipeline that a client uses unless <see cref="RegistryClientOptions.CreatePipeline"/> is
    /// set.</summary>
    /// <param name="options">The retries and the limits; copied.</param>
    /// <param name="timeProvider">The time provider of the waits.</param>
    /// <returns>The pipeline.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="options"/> or <paramref name="timeProvider"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ResiliencePipeline CreatePipeline(RegistryClientOptions options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);

        var builder = new ResiliencePipelineBuilder { TimeProvider = timeProvider };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(CreateRetryStrategy(options));
        }

        return builder.AddRegistryLimits(options).AddRegistryBreaker(options).Build();
    }

    /// <summary>Creates the retry strategy: transient failures only, exponential backoff with jitter, and the waits
    /// that registries request.</summary>
    /// <remarks>A registry that requests a wait of more than <see cref="RegistryClientOptions.MaxRetryDelay"/> gets no
    /// further request, and the exception contains the wait. A request that this client refused to send is not retried
    /// either, nor a <c>HEAD</c> that the registry failed to answer (5xx): <c>GET</c> follows it, with the retries.</remarks>
    /// <param name="options">The number of attempts, at least 2, and the waits between them; copied.</param>
    /// <returns>The options of the strategy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static RetryStrategyOptions CreateRetryStrategy(RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsErrors.ThrowIfAny(options);

        var maxDelay = options.MaxRetryDelay;
        return new RetryStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(ShouldRetry(args.Outcome.Exception, maxDelay)),
            MaxRetryAttempts = options.MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = maxDelay,
            DelayGenerator = static args => ValueTask.FromResult(FindRetryAfter(args.Outcome.Exception)),
        };
    }

    /// <summary>Adds the limits: concurrency and budget of each registry, fair turns, and the pauses that registries
    /// request.</summary>
    /// <param name="builder">The pipeline, with the clock to use.</param>
    /// <param name="options">The limits; copied.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="options"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal static ResiliencePipelineBuilder AddRegistryLimits(
        this ResiliencePipelineBuilder builder, RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);

        var timeProvider = builder.TimeProvider ?? TimeProvider.System;
        var limits = GetLimits(options);
        var createLimiter = options.CreateLimiter ?? (() => new RegistryRateLimiter(limits, timeProvider));
        var pauses = options.GetPauses?.Invoke() ?? new RegistryPauses(timeProvider);
        return builder.AddStrategy(_ => new LimitStrategy(createLimiter(), limits, pauses, timeProvider));
    }

    /// <summary>Adds a circuit breaker for each registry.</summary>
    /// <param name="builder">The pipeline, with the clock to use.</param>
    /// <param name="options">The limits, with the options of the circuit breaker; copied.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="options"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal static ResiliencePipelineBuilder AddRegistryBreaker(
        this ResiliencePipelineBuilder builder, RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);

        var timeProvider = builder.TimeProvider ?? TimeProvider.System;
        var limits = GetLimits(options);
        return builder.AddStrategy(_ => new BreakerStrategy(limits, timeProvider));
    }

    /// <summary>Finds the wait that a registry requested; without one, the backoff applies.</summary>
    private static TimeSpan? FindRetryAfter(Exception? exception) =>
        exception is RegistryException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : null;

    private static bool ShouldRetry(Exception? exception, TimeSpan maxDelay) =>
        exception is RegistryException { IsTransient: true, WasSent: true } failed
        && !HeadDoubt.IsServerError(failed)
        && (failed.RetryAfter ?? TimeSpan.Zero) <= maxDelay;

    private static Func<string, RegistryLimits> GetLimits(RegistryClientOptions options)
    {
        OptionsErrors.ThrowIfAny(options);

        var all = options.Limits.Copy();
        var single = new Dictionary<string, RegistryLimits>(StringComparer.Ordinal);
        foreach (var host in options.HostLimits)
        {
            single[RegistryScope.Canonical(host.Registry)] = host.Limits.Copy();
        }

        return registry => single.GetValueOrDefault(registry)
            ?? single.GetValueOrDefault(RegistryScope.WithoutPort(registry), all);
    }
}
