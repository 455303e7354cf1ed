using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>A tag of a stream with the image that it points to. Named <c>stream:tag</c>.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamTag")]
public sealed partial record ImageStreamTag : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageStreamTag";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The spec tag; null when the tag was only pushed to.</summary>
    [WireField("tag")]
    public TagReference? Tag { get; init; }

    /// <summary>
    /// The generation of the latest event; differs from that of the spec tag while an import is pending or failed.
    /// </summary>
    [WireField("generation")]
    public long Generation { get; init; }

    /// <summary>The lookup policy of the stream.</summary>
    [WireField("lookupPolicy")]
    public ImageLookupPolicy LookupPolicy { get; init; } = ImageLookupPolicy.Default;

    /// <summary>The conditions of the last import of the tag.</summary>
    [WireField("conditions", OmitEmpty = true)]
    public ValueList<TagEventCondition> Conditions { get; init; }

    /// <summary>The image.</summary>
    [WireField("image")]
    public Image Image { get; init; } = Image.Default;

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageStreamTag WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a client leaves out.</summary>
    /// <param name="importMode">
    /// The import mode of a spec tag that has none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public ImageStreamTag WithDefaults(ImportMode importMode = default)
    {
        var tag = Tag?.WithDefaults(importMode);
        return ReferenceEquals(tag, Tag) ? this : this with { Tag = tag };
    }
}
