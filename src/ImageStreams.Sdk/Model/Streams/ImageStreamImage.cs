using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>An image of a stream. Named <c>stream@digest</c>.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamImage")]
public sealed partial record ImageStreamImage : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamImage";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The image.</summary>
    [WireField("image")]
    public Image Image { get; init; } = Image.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamImage WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
