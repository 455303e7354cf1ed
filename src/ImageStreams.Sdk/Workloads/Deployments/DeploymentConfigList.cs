using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A list of deployment configurations.</summary>
[WireObject]
public sealed partial record DeploymentConfigList : ApiList<DeploymentConfig>
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "DeploymentConfigList";

    /// <summary>The version of the API that has this kind.</summary>
    public const string GroupVersion = "apps.openshift.io/v1";

    /// <summary>The object with its kind and version named, as a manifest file needs them.</summary>
    public DeploymentConfigList WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
