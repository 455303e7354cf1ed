using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>A policy of a whole cluster for the signatures of images.</summary>
[WireObject]
public sealed partial record ClusterImagePolicy : ApiObject
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ClusterImagePolicy";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>The scopes, and what signatures must fulfill there.</summary>
    [WireField("spec")]
    public ImagePolicySpec Spec { get; init; } = ImagePolicySpec.Default;

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ClusterImagePolicy WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
