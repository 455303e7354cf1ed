using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Mirrors for images that are pulled by digest, in the form before <see cref="ImageDigestMirrorSet"/>.</summary>
[WireObject]
public sealed partial record ImageContentSourcePolicy : ApiObject
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImageContentSourcePolicy";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "operator.openshift.io/v1alpha1";

    /// <summary>The mirrors.</summary>
    [WireField("spec")]
    public ImageContentSourcePolicySpec Spec { get; init; } = ImageContentSourcePolicySpec.Default;

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImageContentSourcePolicy WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
