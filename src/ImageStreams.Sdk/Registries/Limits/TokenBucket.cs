namespace ImageStreams.Registries;

/// <summary>A budget that fills up with time. Not safe for concurrent use.</summary>
/// <remarks>
/// The framework's own <c>TokenBucketRateLimiter</c> reads the system clock and accepts no other, so nothing built on
/// it could be tested without waiting.
/// </remarks>
internal sealed class TokenBucket(RequestBudget? budget, TimeProvider timeProvider)
{
    private const double Enough = 1 - 1e-6;   // so that rounding to whole milliseconds does not matter
    private const double LongestSeconds = 3650.0 * 24 * 3600;
    private const double RoundingMilliseconds = 1e-3;
    private double _tokens = budget?.Capacity ?? 0;
    private long _filled = timeProvider.GetTimestamp();

    public bool IsFull => budget is null || Fill() >= budget.Capacity;

    /// <summary>Takes one token, if there is one.</summary>
    public bool TryTake()
    {
        if (budget is null)
        {
            return true;
        }

        if (Fill() < Enough)
        {
            return false;
        }

        _tokens -= 1;
        return true;
    }

    /// <summary>Returns the time until that many tokens are available; zero when they are.</summary>
    public TimeSpan GetWait(int tokens)
    {
        if (budget is null || Fill() >= tokens - (1 - Enough))
        {
            return TimeSpan.Zero;
        }

        var seconds = Math.Min((tokens - _tokens) / budget.PerSecond, LongestSeconds);
        return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((seconds * 1000) - RoundingMilliseconds)));
    }

    /// <summary>The number of tokens that are available; the largest integer without a budget.</summary>
    public long Available => budget is null ? int.MaxValue : (long)(Fill() + (1 - Enough));

    private double Fill()
    {
        var now = timeProvider.GetTimestamp();
        var grown = timeProvider.GetElapsedTime(_filled, now).TotalSeconds * budget!.PerSecond;
        (_tokens, _filled) = (Math.Min(budget.Capacity, _tokens + grown), now);
        return _tokens;
    }
}
