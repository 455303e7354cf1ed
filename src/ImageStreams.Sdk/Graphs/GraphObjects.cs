using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Graphs;

/// <summary>The objects that a <see cref="TagGraph"/> is created from, or that change in it.</summary>
/// <remarks>An object without a namespace is in the namespace with the empty name.</remarks>
public sealed record GraphObjects
{
    /// <summary>No objects.</summary>
    public static GraphObjects None { get; } = new();

    /// <summary>The image streams.</summary>
    public ValueList<ImageStream> Streams { get; init; }

    /// <summary>The build configurations.</summary>
    public ValueList<BuildConfig> BuildConfigs { get; init; }

    /// <summary>The deployment configurations; those among the <see cref="Workloads"/> count as well.</summary>
    public ValueList<DeploymentConfig> DeploymentConfigs { get; init; }

    /// <summary>Deployments, DaemonSets, CronJobs and all other objects that run pods.</summary>
    public ValueList<Workload> Workloads { get; init; }

    /// <summary>Returns the number of objects of each kind.</summary>
    public override string ToString() =>
        $"{Streams.Count} streams, {BuildConfigs.Count} builds, {DeploymentConfigs.Count + Workloads.Count} workloads";
}
