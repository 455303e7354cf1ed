namespace ImageStreams.Storage;

/// <summary>What a watch tells of.</summary>
/// <typeparam name="T">The kind of the objects.</typeparam>
public abstract record WatchEvent<T>
    where T : ApiObject
{
    private WatchEvent()
    {
    }

    /// <summary>The version up to which the watcher knows everything; a later watch goes on from here.</summary>
    /// <remarks>
    /// On the objects that were there when the watch began, it is the version of that state: to be used when all of them
    /// have come.
    /// </remarks>
    public required string ResourceVersion { get; init; }

    /// <summary>An object is there that was not.</summary>
    public sealed record Added : WatchEvent<T>
    {
        /// <summary>The object.</summary>
        public required T Object { get; init; }
    }

    /// <summary>An object was changed.</summary>
    public sealed record Modified : WatchEvent<T>
    {
        /// <summary>The object as it is now.</summary>
        public required T Object { get; init; }

        /// <summary>The object as it was before.</summary>
        public required T Previous { get; init; }
    }

    /// <summary>An object is gone.</summary>
    public sealed record Deleted : WatchEvent<T>
    {
        /// <summary>The object as it was, with the version of its removal.</summary>
        public required T Object { get; init; }
    }

    /// <summary>There is nothing else to tell up to this version.</summary>
    public sealed record Bookmark : WatchEvent<T>;
}
