using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A list of image stream tags.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamTagList")]
public sealed partial record ImageStreamTagList : ApiList<ImageStreamTag>
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamTagList";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamTagList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
