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
    /// <remarks>A version of the store: the API's <c>0</c>, which means any, and the empty text are none.</remarks>
    public string? ResourceVersion { get; init; }

    /// <summary>
    /// After how long without anything else to say to tell how far the watch is; positive, or null, the default, for
    /// never.
    /// </summary>
    public TimeSpan? BookmarkInterval { get; init; }
}
