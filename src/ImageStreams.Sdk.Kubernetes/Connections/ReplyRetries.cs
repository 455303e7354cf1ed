using System.Net;
using Polly;
using Polly.Retry;

namespace ImageStreams.Kubernetes;

/// <summary>Repeats the requests that a server has postponed, after the time that it asks for.</summary>
internal static class ReplyRetries
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    public static ResiliencePipeline<HttpResponseMessage> Create(ClusterConnectionOptions options, TimeProvider timeProvider)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(CreateStrategy(options, timeProvider));
        }

        return builder.Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> CreateStrategy(ClusterConnectionOptions options, TimeProvider timeProvider) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        MaxDelay = options.MaxRetryDelay,
        ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response && IsPostponed(response)),
        DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(GetDelay(attempt.Outcome.Result!, options.MaxRetryDelay, timeProvider)),
        OnRetry = static attempt =>
        {
            attempt.Outcome.Result?.Dispose();
            return default;
        },
    };

    // A server that answers 429, or 503 with a time, has not begun the request: any verb is repeated then. After another error it may
    // have been carried out, and only what changes nothing is repeated.
    private static bool IsPostponed(HttpResponseMessage response)
    {
        var isRead = response.RequestMessage?.Method == HttpMethod.Get;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.ServiceUnavailable => response.Headers.RetryAfter is not null,
            >= HttpStatusCode.InternalServerError => isRead && response.Headers.RetryAfter is not null,
            _ => false,
        };
    }

    private static TimeSpan GetDelay(HttpResponseMessage response, TimeSpan max, TimeProvider timeProvider)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - timeProvider.GetUtcNow(),
            _ => FirstDelay,
        };
        var delay = asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
        return delay < max ? delay : max;
    }
}
