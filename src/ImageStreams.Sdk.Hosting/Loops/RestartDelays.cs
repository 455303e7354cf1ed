namespace ImageStreams.Hosting;

/// <summary>The waits before something that failed is tried again.</summary>
internal static class RestartDelays
{
    /// <summary>The number of doublings from which on the longest wait is used.</summary>
    private const int MaxDoublings = 30;

    /// <summary>Gets the wait after a number of failures in a row, at least 1: the first wait, doubled each time, up to the
    /// longest.</summary>
    public static TimeSpan Get(ControllerHostOptions options, int failures)
    {
        var doublings = Math.Min(failures - 1, MaxDoublings);
        var seconds = Math.Min(
            options.RestartDelay.TotalSeconds * Math.Pow(2, doublings), options.MaxRestartDelay.TotalSeconds);
        return TimeSpan.FromSeconds(seconds);
    }
}
