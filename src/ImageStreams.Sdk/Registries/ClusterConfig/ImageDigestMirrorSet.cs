using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Mirrors for images that are named by a digest.</summary>
[WireObject]
public sealed partial record ImageDigestMirrorSet : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageDigestMirrorSet";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The mirrors.</summary>
    [WireField("spec")]
    public ImageDigestMirrorSetSpec Spec { get; init; } = ImageDigestMirrorSetSpec.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageDigestMirrorSet WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
