using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>How often an <see cref="ImportSchedule"/> has tags imported.</summary>
/// <remarks>Read once, when the schedule is made; later changes have no effect.</remarks>
public sealed class ImportScheduleOptions
{
    /// <summary>Default of <see cref="Interval"/>: 15 minutes, as in OpenShift.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);

    /// <summary>Default of <see cref="RetryDelay"/>: one minute.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>Default of <see cref="Jitter"/>: 0.1.</summary>
    public const double DefaultJitter = 0.1;

    /// <summary>The time from one import of a scheduled tag to the next, where nothing below says otherwise; more than
    /// zero.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>The interval of tags that follow an image in one of these registries, by host and optional port as in pull
    /// specs (<c>docker.io</c>, <c>registry.example:5000</c>); none by default.</summary>
    public ValueMap<TimeSpan> RegistryIntervals { get; set; }

    /// <summary>The interval of a single tag, by its stream and its wish; null, or an answer of null, leaves it to the
    /// registry's. Zero or less counts as a second. Called with a lock held, whenever a stream has changed.</summary>
    public Func<ImageStream, TagReference, TimeSpan?>? TagInterval { get; set; }

    /// <summary>How much of its interval a tag may be early, so that tags do not all come at once: 0 for never, at most
    /// 0.5; 0.1 by default. Never makes a tag late, and is the same in each run.</summary>
    public double Jitter { get; set; } = DefaultJitter;

    /// <summary>
    /// The wait after an import that failed and may succeed without anybody changing anything; it doubles with each failure
    /// in a row, up to the tag's interval. More than zero.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;
}
