using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>The limits within which a build waits for the builds of its base images.</summary>
/// <remarks>Copied when the controller is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class BuildWaveOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxWait"/>: one hour.</summary>
    public static readonly TimeSpan DefaultMaxWait = TimeSpan.FromHours(1);

    /// <summary>
    /// The longest time that a build waits for one other build; it then starts with the images that there are. More than zero,
    /// at most 366 days.
    /// </summary>
    /// <remarks>Longer than a build takes, together with the delay after which its image is taken. A build that has run for this
    /// time is not waited for, as its end may have been missed.</remarks>
    public TimeSpan MaxWait { get; set; } = DefaultMaxWait;

    void ICheckedOptions.Check(OptionsErrors errors) => errors.Positive(MaxWait, OptionLimits.LongestTime);
}
