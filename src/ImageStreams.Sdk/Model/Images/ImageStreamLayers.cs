using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The layers and configurations that the images of a stream are made of.</summary>
[WireObject]
public sealed partial record ImageStreamLayers : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStreamLayers";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>What is known of each layer and configuration, by digest.</summary>
    [WireField("blobs")]
    public ValueMap<ImageLayerData> Blobs { get; init; }

    /// <summary>What each image is made of, by its digest.</summary>
    [WireField("images")]
    public ValueMap<ImageBlobReferences> Images { get; init; }

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStreamLayers WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
