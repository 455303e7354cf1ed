using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>
/// An image: its manifest, its configuration and its layers. The name of an image is its digest.
/// </summary>
[WireObject(Definition = DefinitionNames.Image + "Image")]
public sealed partial record Image : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "Image";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>A pull spec of the image.</summary>
    [WireField("dockerImageReference", OmitEmpty = true)]
    public string? DockerImageReference { get; init; }

    /// <summary>The configuration of the image, as a <c>DockerImage</c> object of its own version.</summary>
    [WireField("dockerImageMetadata", Optional = true, IsReplaced = true)]
    public RawJson DockerImageMetadata { get; init; }

    /// <summary>The version of that object; null means <c>1.0</c>.</summary>
    [WireField("dockerImageMetadataVersion", OmitEmpty = true)]
    public string? DockerImageMetadataVersion { get; init; }

    /// <summary>The text of the manifest; null when it is not stored.</summary>
    [WireField("dockerImageManifest", OmitEmpty = true)]
    public string? DockerImageManifest { get; init; }

    /// <summary>The layers, lowest first; empty for an index.</summary>
    [WireField("dockerImageLayers", OmitEmpty = true)]
    public ValueList<ImageLayer> DockerImageLayers { get; init; }

    /// <summary>The signatures of the image.</summary>
    [WireField("signatures", OmitEmpty = true, MergeKey = "name")]
    public ValueList<ImageSignature> Signatures { get; init; }

    /// <summary>The signatures in the form of Docker schema 1 manifests.</summary>
    [WireField("dockerImageSignatures", OmitEmpty = true)]
    public ValueList<ValueList<byte>> DockerImageSignatures { get; init; }

    /// <summary>The media type of the manifest.</summary>
    [WireField("dockerImageManifestMediaType", OmitEmpty = true)]
    public string? DockerImageManifestMediaType { get; init; }

    /// <summary>The text of the configuration; null when it is not stored, and for an index.</summary>
    [WireField("dockerImageConfig", OmitEmpty = true)]
    public string? DockerImageConfig { get; init; }

    /// <summary>The manifests of an index (a manifest list), one for each platform.</summary>
    [WireField("dockerImageManifests", OmitEmpty = true)]
    public ValueList<ImageManifest> DockerImageManifests { get; init; }

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public Image WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
