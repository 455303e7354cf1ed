namespace ImageStreams.Internal;

/// <summary>The wait before what has failed is tried again: with each failure in a row twice as long.</summary>
internal static class Backoff
{
    /// <summary>Shifting the ticks of a delay by more leaves nothing to compare.</summary>
    private const int MaxDoublings = 62;

    /// <summary>The wait after so many failures.</summary>
    /// <param name="first">The wait after the first one.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="failures">How many failures there were in a row, 1 or more.</param>
    public static TimeSpan GetDelay(TimeSpan first, TimeSpan longest, int failures)
    {
        var doublings = Math.Min(failures - 1, MaxDoublings);
        return first.Ticks > longest.Ticks >> doublings ? longest : new TimeSpan(first.Ticks << doublings);
    }
}
