using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>A list of image content source policies.</summary>
[WireObject]
public sealed partial record ImageContentSourcePolicyList : ApiList<ImageContentSourcePolicy>
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "ImageContentSourcePolicyList";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "operator.openshift.io/v1alpha1";

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ImageContentSourcePolicyList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
