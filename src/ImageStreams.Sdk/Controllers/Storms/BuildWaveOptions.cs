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
    /// The longest time that a build waits for new base images; it then starts with those that there are. More than zero.
    /// </summary>
    public TimeSpan MaxWait { get; set; } = DefaultMaxWait;

    void ICheckedOptions.Check(OptionsErrors errors) => errors.Positive(MaxWait);
}
