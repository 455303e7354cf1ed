namespace ImageStreams.Storage;

/// <summary>The types of changes, as they are numbered in the database.</summary>
internal enum StoredChangeType
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>An object was added.</summary>
    Added = 1,

    /// <summary>An object was modified.</summary>
    Modified = 2,

    /// <summary>An object was deleted.</summary>
    Deleted = 3,
}
