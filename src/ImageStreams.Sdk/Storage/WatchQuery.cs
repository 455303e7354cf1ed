namespace ImageStreams.Storage;

/// <summary>What to watch.</summary>
public sealed record WatchQuery
{
    /// <summary>Everything, beginning with what is there.</summary>
    public static WatchQuery All { get; } = new();

    /// <summary>The namespace; null for all of them.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name; null for all of them.</summary>
    public string? Name { get; init; }

    /// <summary>The version after which to begin; null to begin with what is there.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>
    /// How often to say how far the watch is when there is nothing else to say; null, the default, for never.
    /// </summary>
    public TimeSpan? BookmarkInterval { get; init; }
}
