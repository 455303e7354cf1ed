using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A workload of OpenShift that image-change triggers roll out.</summary>
/// <remarks>Holds what triggers and graphs need; everything else survives among the unknown fields.</remarks>
[WireObject]
public sealed partial record DeploymentConfig : ApiObject
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "DeploymentConfig";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "apps.openshift.io/v1";

    /// <summary>Where the specification of its pods stands.</summary>
    internal const string PodSpecPath = "spec.template.spec";

    /// <summary>What to run, and when to roll it out.</summary>
    [WireField("spec")]
    public DeploymentConfigSpec Spec { get; init; } = DeploymentConfigSpec.Default;

    /// <summary>What is rolled out.</summary>
    [WireField("status")]
    public DeploymentConfigStatus Status { get; init; } = DeploymentConfigStatus.Default;

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public DeploymentConfig WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
