namespace ImageStreams.Storage;

/// <summary>The kinds of objects, as they are numbered in the database.</summary>
/// <remarks>Other resources have the numbers of <see cref="StoredKinds"/>.</remarks>
internal enum StoredKind : long
{
    /// <summary>No object; what names such a kind finds nothing.</summary>
    None = 0,

    /// <summary>Image streams.</summary>
    Stream = 1,

    /// <summary>Images.</summary>
    Image = 2,
}
