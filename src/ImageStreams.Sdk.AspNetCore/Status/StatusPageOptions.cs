namespace ImageStreams.AspNetCore;

/// <summary>Options of the status page.</summary>
/// <remarks>All options bind from configuration. Read once, when the page is mapped.</remarks>
public sealed class StatusPageOptions
{
    /// <summary>Default of <see cref="Title"/>: <c>Image streams</c>.</summary>
    public const string DefaultTitle = "Image streams";

    /// <summary>Default of <see cref="MaxViewers"/>: 64.</summary>
    public const int DefaultMaxViewers = 64;

    /// <summary>Default of <see cref="MaxTags"/>: 20,000.</summary>
    public const int DefaultMaxTags = 20_000;

    /// <summary>Default of <see cref="RefreshInterval"/>: one second.</summary>
    public static readonly TimeSpan DefaultRefreshInterval = TimeSpan.FromSeconds(1);

    /// <summary>The title, at most 200 characters.</summary>
    public string Title { get; set; } = DefaultTitle;

    /// <summary>The time between two looks at the streams and the controllers while somebody watches; at least 100 milliseconds and
    /// at most an hour.</summary>
    public TimeSpan RefreshInterval { get; set; } = DefaultRefreshInterval;

    /// <summary>The largest number of pages that are live at a time; at least 1.</summary>
    /// <remarks>Further ones try again until one is closed.</remarks>
    public int MaxViewers { get; set; } = DefaultMaxViewers;

    /// <summary>The largest number of tags that are shown, by namespace and name; at least 1.</summary>
    public int MaxTags { get; set; } = DefaultMaxTags;

    /// <summary>True to answer everybody; false, the default, to answer this machine only, unless the endpoints require
    /// authorization.</summary>
    /// <remarks>A request that a proxy passed on does not count as one of this machine.</remarks>
    public bool AllowRemote { get; set; }
}
