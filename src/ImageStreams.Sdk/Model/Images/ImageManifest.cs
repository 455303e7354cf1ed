using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One manifest of an index: an image of its own, for one platform.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageManifest")]
public sealed partial record ImageManifest
{
    /// <summary>The digest, which is the name of an <see cref="Image"/>.</summary>
    [WireField("digest")]
    public string Digest { get; init; } = "";

    /// <summary>The media type of the manifest.</summary>
    [WireField("mediaType")]
    public string MediaType { get; init; } = "";

    /// <summary>The size of the manifest, in bytes.</summary>
    [WireField("manifestSize")]
    public long ManifestSize { get; init; }

    /// <summary>The processor, such as <c>amd64</c>.</summary>
    [WireField("architecture")]
    public string Architecture { get; init; } = "";

    /// <summary>The operating system, such as <c>linux</c>.</summary>
    [WireField("os")]
    public string Os { get; init; } = "";

    /// <summary>The variant of the processor, such as <c>v7</c> of ARM.</summary>
    [WireField("variant", OmitEmpty = true)]
    public string? Variant { get; init; }

    /// <summary>Returns the platform and the digest.</summary>
    public override string ToString() => string.IsNullOrEmpty(Variant)
        ? $"{Os}/{Architecture} {Digest}"
        : $"{Os}/{Architecture}/{Variant} {Digest}";
}
