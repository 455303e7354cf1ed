using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>A list of policies of a cluster for the signatures of images.</summary>
[WireObject]
public sealed partial record ClusterImagePolicyList : ApiList<ClusterImagePolicy>
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ClusterImagePolicyList";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ClusterImagePolicyList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
