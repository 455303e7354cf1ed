using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>How a cluster treats registries: the <c>Image</c> of <c>config.openshift.io</c>, of which there is one,
/// <c>cluster</c>.</summary>
/// <remarks>Holds what decides which registries are asked and how; everything else survives among the unknown
/// fields.</remarks>
[WireObject]
public sealed partial record ClusterImageConfig : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "Image";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "config.openshift.io/v1";

    /// <summary>What is wanted.</summary>
    [WireField("spec")]
    public ClusterImageConfigSpec Spec { get; init; } = ClusterImageConfigSpec.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public ClusterImageConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
