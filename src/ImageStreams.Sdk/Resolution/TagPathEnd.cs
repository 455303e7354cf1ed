namespace ImageStreams.Resolution;

/// <summary>The reasons why a tag path ends at its last tag.</summary>
public enum TagPathEnd
{
    /// <summary>The last tag follows no other tag, but an image or nothing.</summary>
    Arrived,

    /// <summary>The stream of the last tag has no such spec tag.</summary>
    NoSuchTag,

    /// <summary>The stream of the last tag does not exist.</summary>
    NoSuchStream,

    /// <summary>The last tag is already on the path.</summary>
    Circular,

    /// <summary>
    /// The last tag follows a tag of another stream, which is followed only with
    /// <see cref="TagResolverOptions.AcrossStreams"/>.
    /// </summary>
    CrossStream,
}
