namespace ImageStreams.Clients;

/// <summary>The options of a watch.</summary>
public sealed record WatchOptions
{
    /// <summary>The label selector, such as <c>team=a,!old</c>; null, the default, selects all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>The field selector, such as <c>metadata.name=app</c>; null, the default, selects all.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>The version after which the watch begins; null to begin with the objects that exist.</summary>
    /// <remarks>With <see cref="SendInitialEvents"/>, the version that the objects must at least have reached.</remarks>
    public string? ResourceVersion { get; init; }

    /// <summary>Gets a value indicating whether the watch begins with the objects that exist, also with a version; null, the default,
    /// where the version decides.</summary>
    /// <remarks>With true and a <see cref="BookmarkInterval"/>, a bookmark marks the end of those objects (<see
    /// cref="Storage.WatchEvent{T}.Bookmark.EndsInitialEvents"/>).</remarks>
    public bool? SendInitialEvents { get; init; }

    /// <summary>The interval of bookmarks, which report the version that the watch has reached; null, the default, for
    /// none.</summary>
    public TimeSpan? BookmarkInterval { get; init; }

    /// <summary>Receives what interrupts a watch that goes on by itself, as those of a cluster do, and null when it has begun or works
    /// again; null, the default, for nobody.</summary>
    /// <remarks>Called between two events, and not in parallel; it returns soon. A watch that ends with what has happened does not call
    /// it.</remarks>
    public Action<ApiException?>? OnInterrupted { get; init; }
}
