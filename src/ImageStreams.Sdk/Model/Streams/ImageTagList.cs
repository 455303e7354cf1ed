using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A list of image tags.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageTagList")]
public sealed partial record ImageTagList : ApiList<ImageTag>
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageTagList";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageTagList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
