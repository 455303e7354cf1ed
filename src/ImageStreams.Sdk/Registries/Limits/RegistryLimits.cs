using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>The limits of requests to one registry: the concurrency, the budget of a period, and the circuit breaker.</summary>
/// <remarks>Copied when a client is created; later changes have no effect on it. The limits apply to attempts, each of
/// which is one request to the registry. They do not apply to the one or two requests for authentication, and to
/// requests to other hosts.</remarks>
public sealed class RegistryLimits : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxConcurrentRequests"/>: 16.</summary>
    public const int DefaultMaxConcurrentRequests = 16;

    /// <summary>Default of <see cref="MaxQueued"/>: 10,000.</summary>
    public const int DefaultMaxQueued = 10_000;

    /// <summary>Default of <see cref="BreakerMinimumThroughput"/>: 10.</summary>
    public const int DefaultBreakerMinimumThroughput = 10;

    /// <summary>Default of <see cref="BreakerFailureRatio"/>: 0.8.</summary>
    public const double DefaultBreakerFailureRatio = 0.8;

    /// <summary>Default of <see cref="MaxWait"/>: one minute.</summary>
    public static readonly TimeSpan DefaultMaxWait = TimeSpan.FromMinutes(1);

    /// <summary>Default of <see cref="BreakerSamplingDuration"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultBreakerSamplingDuration = TimeSpan.FromSeconds(30);

    /// <summary>Default of <see cref="BreakerBreakDuration"/>: 15 seconds.</summary>
    public static readonly TimeSpan DefaultBreakerBreakDuration = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan MinBreakDuration = TimeSpan.FromMilliseconds(500);   // the least of Polly's breaker

    /// <summary>The maximum number of concurrent requests, including their bodies unless a blob is streamed; at least
    /// 1.</summary>
    public int MaxConcurrentRequests { get; set; } = DefaultMaxConcurrentRequests;

    /// <summary>The requests allowed in a period; <see langword="null"/>, the default, for any number.</summary>
    public RequestBudget? Budget { get; set; }

    /// <summary>The maximum number of requests that wait for their turn; not negative.</summary>
    public int MaxQueued { get; set; } = DefaultMaxQueued;

    /// <summary>The longest wait of a request for the budget or for a pause that the registry requested; at most a day. A
    /// request that would wait longer fails at once, and its exception contains the wait.</summary>
    public TimeSpan MaxWait { get; set; } = DefaultMaxWait;

    /// <summary>The minimum number of attempts within <see cref="BreakerSamplingDuration"/> that can open the circuit;
    /// at least 2, or 0 for no circuit breaker.</summary>
    public int BreakerMinimumThroughput { get; set; } = DefaultBreakerMinimumThroughput;

    /// <summary>The share of failed attempts that opens the circuit; more than 0, at most 1.</summary>
    public double BreakerFailureRatio { get; set; } = DefaultBreakerFailureRatio;

    /// <summary>The period in which attempts are counted; half a second to a day.</summary>
    public TimeSpan BreakerSamplingDuration { get; set; } = DefaultBreakerSamplingDuration;

    /// <summary>The time for which the circuit stays open before one attempt is let through; half a second to a
    /// day.</summary>
    public TimeSpan BreakerBreakDuration { get; set; } = DefaultBreakerBreakDuration;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(MaxConcurrentRequests, 1);
        errors.AtLeast(MaxQueued, 0);
        errors.Between(MaxWait, TimeSpan.Zero, Day);
        errors.Require(
            BreakerMinimumThroughput is 0 or >= 2, nameof(BreakerMinimumThroughput), BreakerMinimumThroughput, "0, or at least 2");
        errors.Require(
            BreakerFailureRatio is > 0 and <= 1, nameof(BreakerFailureRatio), BreakerFailureRatio, "more than 0 and at most 1");
        errors.Between(BreakerSamplingDuration, MinBreakDuration, Day);
        errors.Between(BreakerBreakDuration, MinBreakDuration, Day);
        if (Budget is not null)
        {
            errors.Check(Budget);
        }
    }

    internal RegistryLimits Copy()
    {
        var copy = (RegistryLimits)MemberwiseClone();
        copy.Budget = Budget?.Copy();
        return copy;
    }
}
