using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A list of deployment configurations.</summary>
[WireObject]
public sealed partial record DeploymentConfigList : ApiList<DeploymentConfig>
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string KindName = "DeploymentConfigList";

    /// <summary>The value of <c>apiVersion</c>.</summary>
    public const string GroupVersion = "apps.openshift.io/v1";

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as a manifest file needs them.</summary>
    public DeploymentConfigList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
