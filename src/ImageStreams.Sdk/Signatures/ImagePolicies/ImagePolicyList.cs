using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>A list of policies of namespaces for the signatures of images.</summary>
[WireObject]
public sealed partial record ImagePolicyList : ApiList<ImagePolicy>
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImagePolicyList";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImagePolicyList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
