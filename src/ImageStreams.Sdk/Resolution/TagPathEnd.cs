namespace ImageStreams.Resolution;

/// <summary>Why a way goes no further than its last tag.</summary>
public enum TagPathEnd
{
    /// <summary>The last tag follows no other: an image, or nothing.</summary>
    Arrived,

    /// <summary>The stream of the last tag has no wish for it.</summary>
    NoSuchTag,

    /// <summary>The stream of the last tag does not exist.</summary>
    NoSuchStream,

    /// <summary>The last tag is on the way already.</summary>
    Circular,

    /// <summary>
    /// The last tag follows a tag of another stream, which is not followed unless
    /// <see cref="TagResolverOptions.AcrossStreams"/> says so.
    /// </summary>
    CrossStream,
}
