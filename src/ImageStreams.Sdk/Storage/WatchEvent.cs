namespace ImageStreams.Storage;

/// <summary>An event of a watch: a change of an object, or a bookmark.</summary>
/// <typeparam name="T">The kind of the objects.</typeparam>
public abstract record WatchEvent<T>
    where T : ApiObject
{
    private WatchEvent()
    {
    }

    /// <summary>The version up to which the watcher has seen every change; a later watch continues from here.</summary>
    /// <remarks>
    /// The objects that exist when the watch begins have the version of that state: use it when all of them
    /// were reported.
    /// </remarks>
    public required string ResourceVersion { get; init; }

    /// <summary>Returns the kind of the event and its object, such as <c>Added ImageStream shop/ruby@7</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Added added => $"Added {added.Object}",
        Modified modified => $"Modified {modified.Object}",
        Deleted deleted => $"Deleted {deleted.Object}",
        _ => $"Bookmark {ResourceVersion}",
    };

    /// <summary>An object was added, or existed when the watch began.</summary>
    public sealed record Added : WatchEvent<T>
    {
        /// <summary>The object.</summary>
        public required T Object { get; init; }
    }

    /// <summary>An object was modified.</summary>
    public sealed record Modified : WatchEvent<T>
    {
        /// <summary>The object as it is now.</summary>
        public required T Object { get; init; }

        /// <summary>The object as it was before; null where the source does not tell it, as API servers do not.</summary>
        public T? Previous { get; init; }
    }

    /// <summary>An object was deleted.</summary>
    public sealed record Deleted : WatchEvent<T>
    {
        /// <summary>The object as it was, with the version of its deletion.</summary>
        public required T Object { get; init; }
    }

    /// <summary>Marks that there are no other changes up to this version.</summary>
    public sealed record Bookmark : WatchEvent<T>
    {
        /// <summary>Gets a value indicating whether it follows the objects that existed when the watch began.</summary>
        public bool EndsInitialEvents { get; init; }
    }
}
