namespace ImageStreams.AspNetCore;

/// <summary>The states of a tag on the status page.</summary>
internal enum StatusState
{
    /// <summary>The tag has an image, and its last import, if any, succeeded.</summary>
    Resolved,

    /// <summary>The tag has an image, but its last import failed.</summary>
    Stale,

    /// <summary>The tag waits for its first import or build.</summary>
    Pending,

    /// <summary>The tag has no image, because its import failed.</summary>
    Failed,

    /// <summary>The tag has no image, because it leads nowhere.</summary>
    Broken,
}
