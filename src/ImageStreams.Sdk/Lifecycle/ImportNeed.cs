namespace ImageStreams.Lifecycle;

/// <summary>The extent of an import that a stream needs.</summary>
internal enum ImportNeed
{
    /// <summary>The stream needs no import.</summary>
    None,

    /// <summary>The tags whose generation is ahead of the imported one.</summary>
    DueTags,

    /// <summary>The whole repository of the stream, and every tag with an image in a registry.</summary>
    Everything,
}
