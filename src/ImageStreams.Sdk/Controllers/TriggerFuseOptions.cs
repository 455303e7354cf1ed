namespace ImageStreams.Controllers;

/// <summary>When a <see cref="TriggerFuse"/> opens.</summary>
/// <remarks>Read once, when the fuse is made; later changes have no effect.</remarks>
public sealed class TriggerFuseOptions
{
    /// <summary>Default of <see cref="MaxFirings"/>: 10.</summary>
    public const int DefaultMaxFirings = 10;

    /// <summary>Default of <see cref="Window"/>: one hour.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(1);

    /// <summary>How often one object may fire within any <see cref="Window"/>; 1 to 10,000.</summary>
    public int MaxFirings { get; set; } = DefaultMaxFirings;

    /// <summary>The time that is looked back on; more than zero.</summary>
    public TimeSpan Window { get; set; } = DefaultWindow;
}
