using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A request to move a tag of a stream to an image, as a push does.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamMapping")]
public sealed partial record ImageStreamMapping : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamMapping";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The image.</summary>
    [WireField("image")]
    public Image Image { get; init; } = Image.Default;

    /// <summary>The tag.</summary>
    [WireField("tag")]
    public string Tag { get; init; } = "";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamMapping WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
