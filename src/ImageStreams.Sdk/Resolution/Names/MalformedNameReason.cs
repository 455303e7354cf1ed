namespace ImageStreams.Resolution;

/// <summary>The reasons why the name of an image could not be looked up.</summary>
public enum MalformedNameReason
{
    /// <summary>A pull spec is not a valid image reference.</summary>
    InvalidReference,

    /// <summary>The name of a tag has no colon, or that of a stream's image no at sign.</summary>
    InvalidName,

    /// <summary>The name has an empty part, or too many parts.</summary>
    BadRequest,

    /// <summary>The kind of the reference is not one of an image.</summary>
    UnsupportedKind,
}
