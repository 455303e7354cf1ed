namespace ImageStreams.Clients;

/// <summary>What to watch.</summary>
public sealed record WatchOptions
{
    /// <summary>Selects by labels, such as <c>team=a,!old</c>; null, the default, selects all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Selects by fields, such as <c>metadata.name=app</c>; null, the default, selects all.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>The version after which to begin; null to begin with what is there.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>How often to say how far the watch is; null, the default, for never.</summary>
    public TimeSpan? BookmarkInterval { get; init; }
}
