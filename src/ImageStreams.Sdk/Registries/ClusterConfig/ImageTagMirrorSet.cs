using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Mirrors for images that are named by a tag.</summary>
[WireObject]
public sealed partial record ImageTagMirrorSet : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageTagMirrorSet";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The mirrors.</summary>
    [WireField("spec")]
    public ImageTagMirrorSetSpec Spec { get; init; } = ImageTagMirrorSetSpec.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageTagMirrorSet WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
