using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>The base that an image was built from, and how it was found.</summary>
public abstract record BaseImageResult
{
    private BaseImageResult()
    {
    }

    /// <summary>The image has all layers of a known base at its bottom.</summary>
    public sealed record ByLayers : BaseImageResult
    {
        /// <summary>The base.</summary>
        public required RegistryImage Base { get; init; }

        /// <summary>The number of layers of the base.</summary>
        public required int LayerCount { get; init; }
    }

    /// <summary>The image names its base itself, in <c>org.opencontainers.image.base.name</c> and <c>base.digest</c>.</summary>
    public sealed record ByName : BaseImageResult
    {
        /// <summary>The name; null when the image has the digest alone.</summary>
        public string? Name { get; init; }

        /// <summary>The digest; null when the image has the name alone.</summary>
        public Digest? Digest { get; init; }

        /// <summary>True when a label says it, which the image may have inherited from its base; false for an annotation.</summary>
        public required bool IsLabel { get; init; }
    }

    /// <summary>The image names no base, and has the layers of none that is known.</summary>
    public sealed record Unknown : BaseImageResult;
}
