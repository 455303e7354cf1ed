namespace ImageStreams.Resolution;

/// <summary>What does not exist.</summary>
public enum MissingPart
{
    /// <summary>The tag.</summary>
    Tag,

    /// <summary>The stream, of the tag or of the image that the last tag of the way names.</summary>
    Stream,

    /// <summary>The image that the last tag of the way names.</summary>
    Image,
}
