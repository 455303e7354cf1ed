namespace ImageStreams.Tests.AspNetCore;

/// <summary>The part of a stream that a recorded response shows; the least first.</summary>
internal enum RecordedExtent
{
    /// <summary>Only the version: a response about a tag.</summary>
    Version,

    /// <summary>The first fields.</summary>
    Beginning,

    /// <summary>The metadata.</summary>
    Metadata,

    /// <summary>Everything.</summary>
    Whole,
}
