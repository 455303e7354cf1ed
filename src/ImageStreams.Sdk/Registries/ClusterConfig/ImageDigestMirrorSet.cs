using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Mirrors for images that are pulled by digest.</summary>
[WireObject]
public sealed partial record ImageDigestMirrorSet : ApiObject
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImageDigestMirrorSet";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The mirrors.</summary>
    [WireField("spec")]
    public ImageDigestMirrorSetSpec Spec { get; init; } = ImageDigestMirrorSetSpec.Default;

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImageDigestMirrorSet WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
