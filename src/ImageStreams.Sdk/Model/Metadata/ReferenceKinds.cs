namespace ImageStreams;

/// <summary>The kinds of <see cref="ObjectReference"/> that refer to an image; case-sensitive.</summary>
public static class ReferenceKinds
{
    /// <summary>An image in a registry, by pull spec.</summary>
    public const string DockerImage = "DockerImage";

    /// <summary>A tag of a stream, as <c>stream:tag</c>.</summary>
    public const string ImageStreamTag = "ImageStreamTag";

    /// <summary>One image of a stream, as <c>stream@digest</c>.</summary>
    public const string ImageStreamImage = "ImageStreamImage";

    /// <summary>A stream. An API server replaces it with its tag <c>latest</c> where builds and deployments name one.</summary>
    public const string ImageStream = "ImageStream";

    /// <summary>The former name of a stream, which deployment configurations may still use.</summary>
    public const string ImageRepository = "ImageRepository";
}
