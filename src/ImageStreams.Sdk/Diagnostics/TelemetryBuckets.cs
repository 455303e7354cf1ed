using System.Diagnostics.Metrics;

namespace ImageStreams.Diagnostics;

/// <summary>The bounds of the buckets that histograms advise to listeners.</summary>
internal static class TelemetryBuckets
{
    /// <summary>The bounds of durations in seconds, from 5 milliseconds to 5 minutes.</summary>
    public static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries =
        [
            0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300,
        ],
    };

    /// <summary>The bounds of delays behind a schedule in seconds, from 5 milliseconds to an hour.</summary>
    public static InstrumentAdvice<double> Delays { get; } = new()
    {
        HistogramBucketBoundaries =
        [
            0.005, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600,
        ],
    };
}
