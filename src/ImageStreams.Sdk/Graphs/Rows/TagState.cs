namespace ImageStreams.Graphs;

/// <summary>The state of a tag, based only on its own spec tag and history.</summary>
internal enum TagState : byte
{
    /// <summary>The tag has neither a spec tag nor an image.</summary>
    Missing,

    /// <summary>The history has an image.</summary>
    Image,

    /// <summary>The tag has no image and follows a tag.</summary>
    Follows,

    /// <summary>The tag has no image and names one image of a stream.</summary>
    Pinned,

    /// <summary>Nothing was imported or pushed yet.</summary>
    Pending,

    /// <summary>The import failed.</summary>
    Failed,

    /// <summary>The <c>from</c> of the spec tag is not a valid reference.</summary>
    Invalid,
}
