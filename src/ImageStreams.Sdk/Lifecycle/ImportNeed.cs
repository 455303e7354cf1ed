namespace ImageStreams.Lifecycle;

/// <summary>The extent of the import that a stream needs.</summary>
internal enum ImportNeed
{
    /// <summary>No import.</summary>
    None,

    /// <summary>The tags whose spec tag is newer than their last import.</summary>
    DueTags,

    /// <summary>The whole repository of the stream, and every tag that follows an image in a registry.</summary>
    Everything,
}
