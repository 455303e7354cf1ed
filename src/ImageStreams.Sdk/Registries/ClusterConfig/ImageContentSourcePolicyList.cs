using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>A list of image content source policies.</summary>
[WireObject]
public sealed partial record ImageContentSourcePolicyList : ApiList<ImageContentSourcePolicy>
{
    /// <summary>The <c>kind</c> of the object.</summary>
    public const string KindName = "ImageContentSourcePolicyList";

    /// <summary>The <c>apiVersion</c> of the object.</summary>
    public const string GroupVersion = "operator.openshift.io/v1alpha1";

    /// <summary>Returns the object with <c>kind</c> and <c>apiVersion</c>, as a manifest file needs them.</summary>
    public ImageContentSourcePolicyList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
