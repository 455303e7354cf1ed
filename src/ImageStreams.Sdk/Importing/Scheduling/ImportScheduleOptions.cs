using ImageStreams.Internal;

namespace ImageStreams.Importing;

/// <summary>Options of <see cref="ImportSchedule"/>: the intervals at which tags are imported.</summary>
/// <remarks>Copied when the schedule is created; later changes have no effect on it. All options bind from
/// configuration except those that are delegates.</remarks>
public sealed class ImportScheduleOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="Jitter"/>: 0.1.</summary>
    public const double DefaultJitter = 0.1;

    /// <summary>Default of <see cref="Interval"/>: 15 minutes, as in OpenShift.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);

    /// <summary>Default of <see cref="RetryDelay"/>: one minute.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>Default of <see cref="StartSpread"/>: one minute.</summary>
    public static readonly TimeSpan DefaultStartSpread = TimeSpan.FromMinutes(1);

    private const double MaxJitter = 0.5;
    private static readonly TimeSpan MaxStartSpread = TimeSpan.FromDays(1);

    /// <summary>The time from one import of a scheduled tag to the next, unless <see cref="RegistryIntervals"/> or
    /// <see cref="TagInterval"/> has another; more than zero.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>The intervals of tags that follow an image in certain registries; empty by default. The last entry of a
    /// registry counts.</summary>
    public IList<RegistryInterval> RegistryIntervals { get; } = new List<RegistryInterval>();

    /// <summary>
    /// The function that returns the interval of a single tag, given its stream and its <c>spec.tags</c> entry;
    /// <see langword="null"/>, as delegate or as result, for the interval of the registry. Set in code only.
    /// </summary>
    /// <remarks>Zero or less counts as a second. Called with a lock held, whenever a stream has changed.</remarks>
    public Func<ImageStream, TagReference, TimeSpan?>? TagInterval { get; set; }

    /// <summary>The share of its interval by which a tag may be early, so that tags are not all imported at once: 0 for
    /// never, at most 0.5.</summary>
    /// <remarks>Jitter never makes a tag late, and is the same in each run.</remarks>
    public double Jitter { get; set; } = DefaultJitter;

    /// <summary>The time after the start over which scheduled tags are spread whose interval was over before; zero for at
    /// once, at most a day, and never longer than the interval of the tag.</summary>
    /// <remarks>A schedule takes the time of a tag's last event or condition for that of its last import, so that tags of a
    /// process that is often restarted are imported as well. The place of a tag is another in each run, and the same for the
    /// same start.</remarks>
    public TimeSpan StartSpread { get; set; } = DefaultStartSpread;

    /// <summary>The wait after an import that failed with a transient error; more than zero. It doubles with each
    /// failure in a row, up to the tag's interval.</summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Positive(Interval);
        errors.CheckEach(RegistryIntervals);
        errors.Between(Jitter, 0, MaxJitter);
        errors.Between(StartSpread, TimeSpan.Zero, MaxStartSpread);
        errors.Positive(RetryDelay);
    }
}
