namespace ImageStreams.Controllers;

/// <summary>The settings of a <see cref="TriggerFuse"/>.</summary>
/// <remarks>The fuse reads them once, in its constructor; later changes have no effect.</remarks>
public sealed class TriggerFuseOptions
{
    /// <summary>The default of <see cref="MaxFirings"/>: 10.</summary>
    public const int DefaultMaxFirings = 10;

    /// <summary>The default of <see cref="Window"/>: one hour.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    /// <summary>The number of firings that are allowed per object within any <see cref="Window"/>; from 1 to 10,000.</summary>
    public int MaxFirings { get; set; } = DefaultMaxFirings;

    /// <summary>The length of the sliding window; more than zero.</summary>
    public TimeSpan Window { get; set; } = DefaultWindow;
}
