using Polly;
using Polly.Retry;

namespace ImageStreams.Registries;

/// <summary>The retries of <see cref="HttpRegistryClient"/>, for use in a pipeline of one's own.</summary>
public static class RegistryRetry
{
    /// <summary>Creates the retry strategy: transient failures only, exponential back-off with jitter, and as long as
    /// the registry asks to wait.</summary>
    /// <remarks>
    /// A registry that asks for more than <see cref="RegistryClientOptions.MaxRetryDelay"/> is not asked again: the
    /// failure says how long it wants to be left alone. Nor is what this client itself refused to send.
    /// </remarks>
    /// <param name="options">The number of attempts, at least 2, and the waits between them.</param>
    public static RetryStrategyOptions CreateStrategy(RegistryClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var longest = options.MaxRetryDelay;
        return new RetryStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(ShouldRetry(args.Outcome.Exception, longest)),
            MaxRetryAttempts = options.MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = longest,
            DelayGenerator = static args => ValueTask.FromResult(GetRetryAfter(args.Outcome.Exception)),
        };
    }

    /// <summary>A registry that asks for no wait leaves it to the back-off.</summary>
    private static TimeSpan? GetRetryAfter(Exception? exception) =>
        exception is RegistryException { RetryAfter: { } wait } && wait > TimeSpan.Zero ? wait : null;

    private static bool ShouldRetry(Exception? exception, TimeSpan longest) =>
        exception is RegistryException { IsTransient: true, WasSent: true } failed
        && (failed.RetryAfter ?? TimeSpan.Zero) <= longest;
}
