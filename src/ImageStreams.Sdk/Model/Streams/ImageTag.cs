using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>
/// A tag of a stream with its spec tag, its history and the image that it points to. Named <c>stream:tag</c>.
/// </summary>
[WireObject(Definition = DefinitionNames.Image + "ImageTag")]
public sealed partial record ImageTag : ApiObject
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "ImageTag";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "image.openshift.io/v1";

    /// <summary>The spec tag; null when the tag was only pushed to.</summary>
    [WireField("spec")]
    public TagReference? Spec { get; init; }

    /// <summary>The history; null when the tag has none.</summary>
    [WireField("status")]
    public NamedTagEventList? Status { get; init; }

    /// <summary>The image; null while there is none, and in lists.</summary>
    [WireField("image")]
    public Image? Image { get; init; }

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public ImageTag WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a client leaves out.</summary>
    /// <param name="importMode">
    /// The import mode of a spec tag that has none; <see cref="ImportMode.Legacy"/> when not set.
    /// </param>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public ImageTag WithDefaults(ImportMode importMode = default)
    {
        var spec = Spec?.WithDefaults(importMode);
        return ReferenceEquals(spec, Spec) ? this : this with { Spec = spec };
    }
}
