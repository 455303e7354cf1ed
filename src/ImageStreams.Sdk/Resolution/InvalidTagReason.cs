namespace ImageStreams.Resolution;

/// <summary>What is wrong with what a tag is to follow.</summary>
public enum InvalidTagReason
{
    /// <summary>The kind is none of <c>DockerImage</c>, <c>ImageStreamTag</c> and <c>ImageStreamImage</c>.</summary>
    UnknownKind,

    /// <summary>The name of an image in a registry is no image reference.</summary>
    MalformedPullSpec,

    /// <summary>The name of an image of a stream is not <c>stream@id</c>.</summary>
    MalformedImageName,

    /// <summary>Several images of the stream begin with the id.</summary>
    AmbiguousImage,
}
