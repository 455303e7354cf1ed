namespace ImageStreams.Clients;

/// <summary>The options of a watch.</summary>
public sealed record WatchOptions
{
    /// <summary>The label selector, such as <c>team=a,!old</c>; null, the default, selects all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>The field selector, such as <c>metadata.name=app</c>; null, the default, selects all.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>The version after which the watch begins; null to begin with the objects that exist.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>The interval of bookmarks, which report the version that the watch has reached; null, the default, for
    /// none.</summary>
    public TimeSpan? BookmarkInterval { get; init; }
}
