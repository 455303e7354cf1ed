using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A tag of a stream together with the image that it points to. Named <c>stream:tag</c>.</summary>
[WireObject]
public sealed partial record ImageStreamTag : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageStreamTag";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The tag's wish; null when the tag was only pushed to.</summary>
    [WireField("tag")]
    public TagReference? Tag { get; init; }

    /// <summary>
    /// The generation of the newest event; differs from that of the tag's wish while an import is due or failed.
    /// </summary>
    [WireField("generation")]
    public long Generation { get; init; }

    /// <summary>The stream's.</summary>
    [WireField("lookupPolicy")]
    public ImageLookupPolicy LookupPolicy { get; init; } = ImageLookupPolicy.Default;

    /// <summary>What went wrong when the tag was last imported.</summary>
    [WireField("conditions", OmitEmpty = true)]
    public ValueList<TagEventCondition> Conditions { get; init; }

    /// <summary>The image.</summary>
    [WireField("image")]
    public Image Image { get; init; } = Image.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageStreamTag WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
