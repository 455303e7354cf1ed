using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>
/// An image that the cluster knows: its manifest, its configuration and its layers. Images are named by digest.
/// </summary>
[WireObject]
public sealed partial record Image : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "Image";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>A pull spec that gets the image.</summary>
    [WireField("dockerImageReference", OmitEmpty = true)]
    public string? DockerImageReference { get; init; }

    /// <summary>What the image's configuration says, as a <c>DockerImage</c> object of its own version.</summary>
    [WireField("dockerImageMetadata")]
    public RawJson DockerImageMetadata { get; init; }

    /// <summary>The version of that object; null means <c>1.0</c>.</summary>
    [WireField("dockerImageMetadataVersion", OmitEmpty = true)]
    public string? DockerImageMetadataVersion { get; init; }

    /// <summary>The manifest's text, where it is kept.</summary>
    [WireField("dockerImageManifest", OmitEmpty = true)]
    public string? DockerImageManifest { get; init; }

    /// <summary>The layers, lowest first; empty for an index.</summary>
    [WireField("dockerImageLayers", OmitEmpty = true)]
    public ValueList<ImageLayer> DockerImageLayers { get; init; }

    /// <summary>Signatures of the image.</summary>
    [WireField("signatures", OmitEmpty = true)]
    public ValueList<ImageSignature> Signatures { get; init; }

    /// <summary>Signatures in the form of Docker schema 1 manifests.</summary>
    [WireField("dockerImageSignatures", OmitEmpty = true)]
    public ValueList<ValueList<byte>> DockerImageSignatures { get; init; }

    /// <summary>The media type of the manifest.</summary>
    [WireField("dockerImageManifestMediaType", OmitEmpty = true)]
    public string? DockerImageManifestMediaType { get; init; }

    /// <summary>The configuration's text, where it is kept; null for an index.</summary>
    [WireField("dockerImageConfig", OmitEmpty = true)]
    public string? DockerImageConfig { get; init; }

    /// <summary>The manifests of an index (a manifest list), one for each platform.</summary>
    [WireField("dockerImageManifests", OmitEmpty = true)]
    public ValueList<ImageManifest> DockerImageManifests { get; init; }

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public Image WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
