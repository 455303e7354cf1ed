using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Options of an <see cref="ImportSchedule"/>: the times between imports.</summary>
/// <remarks>Read once, when the schedule is created; later changes have no effect.</remarks>
public sealed class ImportScheduleOptions
{
    /// <summary>The default of <see cref="Interval"/>: 15 minutes, as in OpenShift.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);

    /// <summary>The default of <see cref="RetryDelay"/>: one minute.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>The default of <see cref="Jitter"/>: 0.1.</summary>
    public const double DefaultJitter = 0.1;

    /// <summary>
    /// The time from one import of a scheduled tag to the next, unless the options below set another; more than zero.
    /// <see cref="DefaultInterval"/> by default.
    /// </summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>
    /// The interval of tags that follow an image in one of these registries, by host and optional port as in pull specs
    /// (<c>docker.io</c>, <c>registry.example:5000</c>); none by default.
    /// </summary>
    public ValueMap<TimeSpan> RegistryIntervals { get; set; }

    /// <summary>
    /// A function that returns the interval of a single tag from its stream and spec tag. Null, or a result of null, means
    /// the interval of the registry; zero or less counts as a second. Called with a lock held, whenever a stream has changed.
    /// </summary>
    public Func<ImageStream, TagReference, TimeSpan?>? TagInterval { get; set; }

    /// <summary>
    /// The part of its interval by which a tag may be early, so that tags do not all come at once: from 0 to 0.5; 0.1 by
    /// default. Never makes a tag late, and is the same in each run.
    /// </summary>
    public double Jitter { get; set; } = DefaultJitter;

    /// <summary>
    /// The wait after an import that failed transiently. It doubles with each failure in a row, up to the interval of the
    /// tag. More than zero; <see cref="DefaultRetryDelay"/> by default.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;
}
