using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>An image as a stream knows it. Named <c>stream@digest</c>.</summary>
[WireObject]
public sealed partial record ImageStreamImage : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStreamImage";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The image.</summary>
    [WireField("image")]
    public Image Image { get; init; } = Image.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStreamImage WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
