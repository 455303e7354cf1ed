namespace ImageStreams.Storage;

/// <summary>Turns rows of changes into events.</summary>
internal static class StoredChanges
{
    public static StoredChangeType GetType<T>(WatchEvent<T> change)
        where T : ApiObject => change switch
        {
            WatchEvent<T>.Added => StoredChangeType.Added,
            WatchEvent<T>.Modified => StoredChangeType.Modified,
            WatchEvent<T>.Deleted => StoredChangeType.Deleted,
            _ => StoredChangeType.None,
        };

    /// <summary>Creates the event of a change.</summary>
    /// <param name="type">The type.</param>
    /// <param name="version">The version of the change.</param>
    /// <param name="current">The object after the change; null for a deletion.</param>
    /// <param name="previous">The object before it; null for an addition.</param>
    public static WatchEvent<T> Create<T>(StoredChangeType type, long version, T? current, T? previous)
        where T : ApiObject
    {
        var text = ResourceVersions.Format(version);
        return type switch
        {
            StoredChangeType.Added => new WatchEvent<T>.Added { Object = current!, ResourceVersion = text },
            StoredChangeType.Modified =>
                new WatchEvent<T>.Modified { Object = current!, Previous = previous!, ResourceVersion = text },
            _ => new WatchEvent<T>.Deleted { Object = ObjectCodec<T>.WithVersion(previous!, text), ResourceVersion = text },
        };
    }
}
