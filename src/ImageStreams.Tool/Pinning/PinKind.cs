namespace ImageStreams.Tool;

/// <summary>The places where <c>pin</c> writes digests.</summary>
internal enum PinKind
{
    /// <summary>The image of a container.</summary>
    Container,

    /// <summary>The image that a tag of a stream follows.</summary>
    SpecTag,

    /// <summary>The base image of a build.</summary>
    BuildBase,

    /// <summary>The name of an image in a file that is no manifest, such as a Dockerfile.</summary>
    FileName,
}
