using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="TriggerFuse"/>.</summary>
/// <remarks>Copied when the fuse is created; later changes have no effect on it. All options bind from
/// configuration.</remarks>
public sealed class TriggerFuseOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxFirings"/>: 10.</summary>
    public const int DefaultMaxFirings = 10;

    /// <summary>Default of <see cref="Window"/>: one hour.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    /// <summary>
    /// The maximum number of times that the triggers of one object may fire within any <see cref="Window"/>; 1 to 10,000.
    /// </summary>
    public int MaxFirings { get; set; } = DefaultMaxFirings;

    /// <summary>The period in which firings are counted; more than zero, at most 366 days.</summary>
    public TimeSpan Window { get; set; } = DefaultWindow;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Between(MaxFirings, 1, TriggerFuse.MaxFiringsLimit);
        errors.Positive(Window, OptionLimits.LongestTime);
    }
}
