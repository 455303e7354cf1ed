using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;

namespace ImageStreams.Registries;

/// <summary>A circuit breaker for each registry: a registry that keeps failing is not contacted for a while.</summary>
internal sealed class BreakerStrategy(Func<string, RegistryLimits> limits, TimeProvider timeProvider) : ResilienceStrategy
{
    private const int MaxHosts = 4096;
    private readonly ConcurrentDictionary<string, ResiliencePipeline> _breakers = new(StringComparer.Ordinal);

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        if (!context.Properties.TryGetValue(RegistryRequest.Key, out var request))
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }

        var outcome = await GetBreaker(request.Registry).ExecuteOutcomeAsync(callback, context, state)
            .ConfigureAwait(context.ContinueOnCapturedContext);
        return outcome.Exception is BrokenCircuitException broken
            ? Outcome.FromException<TResult>(RegistryClientErrors.CircuitOpen(request, broken))
            : outcome;
    }

    private ResiliencePipeline GetBreaker(string registry)
    {
        if (_breakers.Count >= MaxHosts)
        {
            _breakers.Clear();
        }

        return _breakers.GetOrAdd(registry, Create);
    }

    private ResiliencePipeline Create(string registry) =>
        limits(registry) is { BreakerMinimumThroughput: > 0 } set ? Create(set) : ResiliencePipeline.Empty;

    private ResiliencePipeline Create(RegistryLimits set)
    {
        var circuit = new CircuitBreakerStateProvider();
        return new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                MinimumThroughput = set.BreakerMinimumThroughput,
                FailureRatio = set.BreakerFailureRatio,
                SamplingDuration = set.BreakerSamplingDuration,
                BreakDuration = set.BreakerBreakDuration,
                StateProvider = circuit,
                ShouldHandle = args => ValueTask.FromResult(
                    IsFailing(args.Outcome.Exception)
                    || (circuit.CircuitState == CircuitState.HalfOpen && IsInconclusive(args.Outcome.Exception))),
            })
            .Build();
    }

    /// <summary>Determines whether an exception shows that the registry is failing; a rate limit does not.</summary>
    private static bool IsFailing(Exception? exception) =>
        exception is RegistryException { IsTransient: true, Reason: not RegistryFailure.RateLimited, IsFromRedirectTarget: false };

    /// <summary>Determines whether an exception proves nothing about the registry, such as a cancellation.</summary>
    private static bool IsInconclusive(Exception? exception) => exception
        is not (null or RegistryException)
        or RegistryException
        {
            Reason: RegistryFailure.Tls or RegistryFailure.CredentialsUnusable or RegistryFailure.TokenRealmRefused,
            IsFromRedirectTarget: false,
        };
}
