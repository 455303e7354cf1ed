namespace ImageStreams.Lifecycle;

/// <summary>What of a stream is to be imported.</summary>
internal enum ImportNeed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The tags whose wish is ahead of what was imported.</summary>
    DueTags,

    /// <summary>The whole repository of the stream, and every tag that comes from a registry.</summary>
    Everything,
}
