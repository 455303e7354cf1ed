namespace ImageStreams.Resolution;

/// <summary>The reasons why the <c>from</c> of a spec tag is not valid.</summary>
public enum InvalidTagReason
{
    /// <summary>The kind is none of <c>DockerImage</c>, <c>ImageStreamTag</c> and <c>ImageStreamImage</c>.</summary>
    UnknownKind,

    /// <summary>The name of a <c>DockerImage</c> is not a valid image reference.</summary>
    MalformedPullSpec,

    /// <summary>The name of an <c>ImageStreamImage</c> is not <c>stream@id</c>.</summary>
    MalformedImageName,

    /// <summary>Several images of the stream begin with the id.</summary>
    AmbiguousImage,
}
