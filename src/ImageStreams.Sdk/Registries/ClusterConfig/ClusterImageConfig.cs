using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The image configuration of a cluster: the <c>Image</c> named <c>cluster</c> of
/// <c>config.openshift.io</c>.</summary>
/// <remarks>Has the fields that determine the contacted registries and their connections; all others are kept as
/// unknown fields.</remarks>
[WireObject]
public sealed partial record ClusterImageConfig : ApiObject
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "Image";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The desired configuration.</summary>
    [WireField("spec")]
    public ClusterImageConfigSpec Spec { get; init; } = ClusterImageConfigSpec.Default;

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ClusterImageConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
