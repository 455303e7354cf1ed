using Polly;
using Polly.Retry;

namespace ImageStreams.Registries;

/// <summary>The retries of <see cref="HttpRegistryClient"/>, for use in a pipeline of one's own.</summary>
public static class RegistryRetry
{
    /// <summary>Creates the pipeline that a client uses when its options name none: retries and nothing else.</summary>
    /// <param name="options">The number of attempts and the waits between them.</param>
    /// <param name="timeProvider">The clock of the waits.</param>
    public static ResiliencePipeline CreatePipeline(RegistryClientOptions options, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.MaxAttempts <= 1
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder { TimeProvider = timeProvider }.AddRetry(CreateStrategy(options)).Build();
    }

    /// <summary>Creates the retry strategy: transient failures only, exponential back-off with jitter, and as long as
    /// the registry asks to wait, up to <see cref="RegistryClientOptions.MaxRetryDelay"/>.</summary>
    /// <param name="options">The number of attempts, at least 2, and the waits between them.</param>
    public static RetryStrategyOptions CreateStrategy(RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var longest = options.MaxRetryDelay;
        return new RetryStrategyOptions
        {
            ShouldHandle = static args =>
                ValueTask.FromResult(args.Outcome.Exception is RegistryException { IsTransient: true }),
            MaxRetryAttempts = options.MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = longest,
            DelayGenerator = args => ValueTask.FromResult(AskedFor(args.Outcome.Exception, longest)),
        };
    }

    private static TimeSpan? AskedFor(Exception? exception, TimeSpan longest) =>
        exception is RegistryException { RetryAfter: { } asked } ? (asked < longest ? asked : longest) : null;
}
