using ImageStreams.Internal;
namespace ImageStreams.Registries;

/// <summary>How much one registry is asked at once and in a time, and when it is left alone.</summary>
/// <remarks>Immutable; each value is checked when set. Counted are attempts: one request to the registry each, the one
/// or two that ask for authentication and those to other hosts aside.</remarks>
public sealed record RegistryLimits
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan MinBreakDuration = TimeSpan.FromMilliseconds(500);   // what Polly's breaker can do

    /// <summary>The limits that hold unless others are set.</summary>
    public static RegistryLimits Default { get; } = new();

    /// <summary>The most requests under way at once, their bodies included but for streamed blobs; 16 by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxConcurrentRequests { get; init => field = Guard.Positive(value); } = 16;

    /// <summary>The requests in a time; as many as there are when <see langword="null"/>, the default.</summary>
    public RequestBudget? Budget { get; init; }

    /// <summary>The most requests that wait for their turn; 10,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxQueued { get; init => field = Guard.NotNegative(value); } = 10_000;

    /// <summary>The longest that a request waits because of the budget, or because the registry asked for a pause, if
    /// that is known beforehand; one minute by default. Longer, it fails at once and says how long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan MaxWait { get; init => field = Guard.Between(value, TimeSpan.Zero, Day); } = TimeSpan.FromMinutes(1);

    /// <summary>The fewest attempts within <see cref="BreakerSamplingDuration"/> that open the circuit; at least 2, 10 by default; 0
    /// for no circuit breaker.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or 1.</exception>
    public int BreakerMinimumThroughput { get; init => field = value == 0 ? 0 : Guard.Positive(value - 1) + 1; } = 10;

    /// <summary>The share of failed attempts that opens the circuit; 0.8 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0, exclusive, and 1.</exception>
    public double BreakerFailureRatio { get; init => field = RequireRatio(value); } = 0.8;

    /// <summary>The time that attempts are counted for; 30 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than half a second or longer than a
    /// day.</exception>
    public TimeSpan BreakerSamplingDuration { get; init => field = Guard.Between(value, MinBreakDuration, Day); } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open, until one attempt is let through; 15 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than half a second or longer than a
    /// day.</exception>
    public TimeSpan BreakerBreakDuration { get; init => field = Guard.Between(value, MinBreakDuration, Day); } = TimeSpan.FromSeconds(15);

    private static double RequireRatio(double value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, 0);
        return value;
    }
}
