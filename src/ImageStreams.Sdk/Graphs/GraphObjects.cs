using System.Runtime.CompilerServices;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Workloads;

namespace ImageStreams.Graphs;

/// <summary>The objects that a <see cref="TagGraph"/> is created from, or that change in it.</summary>
/// <remarks>An object without a namespace is in the namespace with the empty name.</remarks>
public sealed record GraphObjects
{
    /// <summary>No objects.</summary>
    public static GraphObjects None { get; } = new();

    /// <summary>The image streams.</summary>
    /// <exception cref="ArgumentNullException">The list contains null.</exception>
    public ValueList<ImageStream> Streams { get; init => field = RequireItems(value); }

    /// <summary>The build configurations.</summary>
    /// <exception cref="ArgumentNullException">The list contains null.</exception>
    public ValueList<BuildConfig> BuildConfigs { get; init => field = RequireItems(value); }

    /// <summary>The deployment configurations; those among the <see cref="Workloads"/> count as well.</summary>
    /// <exception cref="ArgumentNullException">The list contains null.</exception>
    public ValueList<DeploymentConfig> DeploymentConfigs { get; init => field = RequireItems(value); }

    /// <summary>Deployments, DaemonSets, CronJobs and all other objects that run pods.</summary>
    /// <exception cref="ArgumentNullException">The list contains null.</exception>
    public ValueList<Workload> Workloads { get; init => field = RequireItems(value); }

    /// <summary>Returns the number of objects of each kind.</summary>
    public override string ToString() =>
        $"{Streams.Count} streams, {BuildConfigs.Count} builds, {DeploymentConfigs.Count + Workloads.Count} workloads";

    private static ValueList<T> RequireItems<T>(ValueList<T> items, [CallerMemberName] string name = "")
        where T : class
    {
        Guard.NoneIsNull(items.AsSpan(), name);
        return items;
    }
}
