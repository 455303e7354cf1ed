using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>
/// A tag of a stream with its wish, its history and the image that it points to. Named <c>stream:tag</c>.
/// </summary>
[WireObject]
public sealed partial record ImageTag : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageTag";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The tag's wish; null when the tag was only pushed to.</summary>
    [WireField("spec")]
    public TagReference? Spec { get; init; }

    /// <summary>The tag's history; null when it has none.</summary>
    [WireField("status")]
    public NamedTagEventList? Status { get; init; }

    /// <summary>The image; null while there is none, and in lists.</summary>
    [WireField("image")]
    public Image? Image { get; init; }

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageTag WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
