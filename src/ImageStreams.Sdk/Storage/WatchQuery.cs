namespace ImageStreams.Storage;

/// <summary>A query for a watch: the objects, and the version to begin after.</summary>
public sealed record WatchQuery
{
    /// <summary>Selects all objects, beginning with those that exist.</summary>
    public static WatchQuery All { get; } = new();

    /// <summary>The namespace; null for all of them.</summary>
    public string? Namespace { get; init; }

    /// <summary>The name; null for all of them.</summary>
    public string? Name { get; init; }

    /// <summary>The version to begin after; null to begin with the objects that exist.</summary>
    /// <remarks>A version of the store: neither the API's <c>0</c>, which means any, nor the empty text.</remarks>
    public string? ResourceVersion { get; init; }

    /// <summary>
    /// The time without other events after which a bookmark is reported; positive, or null, the default, for
    /// no bookmarks.
    /// </summary>
    public TimeSpan? BookmarkInterval { get; init; }

    /// <summary>Determines whether an object is one of those to watch.</summary>
    /// <param name="key">The key of the object.</param>
    public bool Selects(ObjectKey key) =>
        (Namespace is null || Namespace == key.Namespace) && (Name is null || Name == key.Name);
}
