using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A list of images.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageList")]
public sealed partial record ImageList : ApiList<Image>
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageList";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
