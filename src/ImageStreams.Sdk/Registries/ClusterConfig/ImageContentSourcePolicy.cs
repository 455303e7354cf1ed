using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Mirrors for images that are named by a digest, as clusters had them before <see cref="ImageDigestMirrorSet"/>.</summary>
[WireObject]
public sealed partial record ImageContentSourcePolicy : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageContentSourcePolicy";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "operator.openshift.io/v1alpha1";

    /// <summary>The mirrors.</summary>
    [WireField("spec")]
    public ImageContentSourcePolicySpec Spec { get; init; } = ImageContentSourcePolicySpec.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageContentSourcePolicy WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
