using System.Security.Cryptography;

namespace ImageStreams.Kubernetes;

/// <summary>The waits after failures.</summary>
internal static class RetryDelays
{
    private const int MaxDoublings = 30;
    private const int Steps = 1024;

    /// <summary>Gets a number from 0 to 1, at random.</summary>
    public static double GetFraction() => RandomNumberGenerator.GetInt32(Steps) / (double)Steps;

    /// <summary>Gets the wait after some failures: it doubles up to a limit, and is up to half of it shorter, so that many clients
    /// do not return together.</summary>
    public static TimeSpan Get(TimeSpan first, TimeSpan max, int failures)
    {
        var ticks = (double)first.Ticks * (1L << Math.Min(Math.Max(failures - 1, 0), MaxDoublings));
        return TimeSpan.FromTicks((long)Math.Min(ticks, max.Ticks)) * (1 - (GetFraction() / 2));
    }
}
