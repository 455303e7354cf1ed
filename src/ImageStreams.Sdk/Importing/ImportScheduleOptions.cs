namespace ImageStreams.Importing;

/// <summary>How often an <see cref="ImportSchedule"/> has tags imported.</summary>
/// <remarks>Read once, when the schedule is made; later changes have no effect.</remarks>
public sealed class ImportScheduleOptions
{
    /// <summary>Default of <see cref="Interval"/>: 15 minutes, as in OpenShift.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);

    /// <summary>Default of <see cref="RetryDelay"/>: one minute.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>The time from one import of a scheduled tag to the next; more than zero.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>
    /// The wait after an import that failed and may succeed without anybody changing anything; it doubles with each failure
    /// in a row, up to <see cref="Interval"/>. More than zero.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;
}
