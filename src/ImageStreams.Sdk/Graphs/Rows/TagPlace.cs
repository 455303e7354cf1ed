namespace ImageStreams.Graphs;

/// <summary>Where a stream has a tag.</summary>
internal enum TagPlace : byte
{
    /// <summary>Among its wishes, and perhaps in its status too.</summary>
    Wish,

    /// <summary>In its status only.</summary>
    History,

    /// <summary>Nowhere: something else names the tag.</summary>
    Missing,
}
