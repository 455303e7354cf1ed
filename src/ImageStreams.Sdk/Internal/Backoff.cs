namespace ImageStreams.Internal;

/// <summary>Computes delays that double with each failure in a row.</summary>
internal static class Backoff
{
    /// <summary>
    /// The maximum number of doublings; shifting the ticks of a delay by more bits leaves nothing to compare.
    /// </summary>
    private const int MaxDoublings = 62;

    /// <summary>Computes the delay before the next attempt.</summary>
    /// <param name="first">The delay after the first failure.</param>
    /// <param name="max">The longest delay.</param>
    /// <param name="failures">The number of failures in a row, from 1 up.</param>
    public static TimeSpan GetDelay(TimeSpan first, TimeSpan max, int failures)
    {
        var doublings = Math.Min(failures - 1, MaxDoublings);
        return first.Ticks > max.Ticks >> doublings ? max : new TimeSpan(first.Ticks << doublings);
    }
}
