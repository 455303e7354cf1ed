using System.Globalization;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The observed state of a deployment configuration.</summary>
[WireObject]
public sealed partial record DeploymentConfigStatus
{
    /// <summary>The number of the latest rollout.</summary>
    [WireField("latestVersion")]
    public long LatestVersion { get; init; }

    /// <summary>Returns the number of the latest rollout.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rollout {LatestVersion}");
}
