namespace ImageStreams.Resolution;

/// <summary>Why the name of an image could not even be looked up.</summary>
public enum MalformedNameReason
{
    /// <summary>A pull spec is none.</summary>
    InvalidReference,

    /// <summary>The name of a tag has no colon, or that of a stream's image no at sign.</summary>
    InvalidName,

    /// <summary>The name has an empty part, or more parts than it may have.</summary>
    BadRequest,

    /// <summary>The kind of the reference is none that means an image.</summary>
    UnsupportedKind,
}
