namespace ImageStreams.Graphs;

/// <summary>What a tag by itself has to say of where it leads.</summary>
internal enum TagState : byte
{
    /// <summary>No stream wishes for it, and nothing was ever pushed to it.</summary>
    Missing,

    /// <summary>Its history has an image.</summary>
    Image,

    /// <summary>It has none, and follows a tag.</summary>
    Follows,

    /// <summary>It has none, and names one image of a stream.</summary>
    Pinned,

    /// <summary>Nothing was imported or pushed yet.</summary>
    Pending,

    /// <summary>The import failed.</summary>
    Failed,

    /// <summary>What it is to follow is no reference.</summary>
    Invalid,
}
