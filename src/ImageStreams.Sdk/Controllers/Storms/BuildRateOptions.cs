using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>The highest number of builds that a <see cref="TriggerController"/> starts within a time.</summary>
/// <remarks>Copied when the controller is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class BuildRateOptions : ICheckedOptions
{
    /// <summary>The highest value of <see cref="MaxBuilds"/>: 10,000.</summary>
    public const int MaxBuildsLimit = 10_000;

    /// <summary>Default of <see cref="MaxBuilds"/>: 10.</summary>
    public const int DefaultMaxBuilds = 10;

    /// <summary>Default of <see cref="Window"/>: ten minutes.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(10);

    /// <summary>The number of builds of all build configurations that may start within any <see cref="Window"/>; 1 to 10,000.</summary>
    /// <remarks>Where several replicas share the work, each counts the builds that it starts.</remarks>
    public int MaxBuilds { get; set; } = DefaultMaxBuilds;

    /// <summary>The period in which builds are counted; more than zero, at most 366 days.</summary>
    public TimeSpan Window { get; set; } = DefaultWindow;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Between(MaxBuilds, 1, MaxBuildsLimit);
        errors.Positive(Window, OptionLimits.LongestTime);
    }
}
