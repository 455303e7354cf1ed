namespace ImageStreams.Resolution;

/// <summary>The parts of a tag path that may not exist.</summary>
public enum MissingPart
{
    /// <summary>The tag.</summary>
    Tag,

    /// <summary>The stream of the tag, or of the image that the last tag of the path names.</summary>
    Stream,

    /// <summary>The image that the last tag of the path names.</summary>
    Image,
}
