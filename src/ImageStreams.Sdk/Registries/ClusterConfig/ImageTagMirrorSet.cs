using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Mirrors for images that are pulled by tag.</summary>
[WireObject]
public sealed partial record ImageTagMirrorSet : ApiObject
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImageTagMirrorSet";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The mirrors.</summary>
    [WireField("spec")]
    public ImageTagMirrorSetSpec Spec { get; init; } = ImageTagMirrorSetSpec.Default;

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImageTagMirrorSet WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
