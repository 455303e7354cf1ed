namespace ImageStreams.Graphs;

/// <summary>The list of a stream that has a tag.</summary>
internal enum TagListing : byte
{
    /// <summary>The tag is in <c>spec.tags</c>, and perhaps in <c>status.tags</c>.</summary>
    Spec,

    /// <summary>The tag is in <c>status.tags</c> only.</summary>
    Status,

    /// <summary>The stream does not have the tag; a reference names it.</summary>
    Missing,
}
