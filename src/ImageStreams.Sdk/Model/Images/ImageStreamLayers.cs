using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The layers and configurations of the images of a stream.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamLayers")]
public sealed partial record ImageStreamLayers : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamLayers";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The layers and configurations, by digest.</summary>
    [WireField("blobs")]
    public ValueMap<ImageLayerData> Blobs { get; init; }

    /// <summary>The blobs of each image, by the digest of the image.</summary>
    [WireField("images")]
    public ValueMap<ImageBlobReferences> Images { get; init; }

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamLayers WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
