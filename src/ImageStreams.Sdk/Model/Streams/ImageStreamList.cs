using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A list of image streams.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamList")]
public sealed partial record ImageStreamList : ApiList<ImageStream>
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamList";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
