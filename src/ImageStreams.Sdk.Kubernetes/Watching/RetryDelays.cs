namespace ImageStreams.Kubernetes;

/// <summary>The waits after failures.</summary>
internal static class RetryDelays
{
    private const int MaxDoublings = 30;

    /// <summary>Gets the wait after some failures: it doubles up to a limit, and is up to half of it shorter, so that many clients
    /// do not return together.</summary>
    public static TimeSpan Get(TimeSpan first, TimeSpan max, int failures)
    {
        var ticks = (double)first.Ticks * (1L << Math.Min(Math.Max(failures - 1, 0), MaxDoublings));
        return TimeSpan.FromTicks((long)Math.Min(ticks, max.Ticks)) * (1 - (Random.Shared.NextDouble() / 2));
    }
}
