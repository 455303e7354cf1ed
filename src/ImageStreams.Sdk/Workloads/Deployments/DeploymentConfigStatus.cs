using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>What is rolled out.</summary>
[WireObject]
public sealed partial record DeploymentConfigStatus
{
    /// <summary>The number of the newest roll-out.</summary>
    [WireField("latestVersion")]
    public long LatestVersion { get; init; }
}
