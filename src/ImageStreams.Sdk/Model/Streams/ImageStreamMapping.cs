using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A request to put an image under a tag of a stream, as a push does.</summary>
[WireObject]
public sealed partial record ImageStreamMapping : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStreamMapping";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The image.</summary>
    [WireField("image")]
    public Image Image { get; init; } = Image.Default;

    /// <summary>The tag.</summary>
    [WireField("tag")]
    public string Tag { get; init; } = "";

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStreamMapping WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
