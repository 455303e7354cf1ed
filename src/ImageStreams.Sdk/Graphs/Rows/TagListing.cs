namespace ImageStreams.Graphs;

/// <summary>Where a stream has a tag.</summary>
internal enum TagListing : byte
{
    /// <summary>Among its wishes, and perhaps in its status too.</summary>
    Spec,

    /// <summary>In its status only.</summary>
    Status,

    /// <summary>Nowhere: something else names the tag.</summary>
    Missing,
}
