using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Workloads;

/// <summary>The kinds of objects that are read as workloads: the known ones, and those that were added.</summary>
/// <remarks>
/// An added kind takes precedence over a known one of the same name, and over those that were added earlier. Immutable;
/// safe to share between threads.
/// </remarks>
/// <example><code>
/// var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Rollout", "spec.template", group: "argoproj.io"));
/// var rollout = Workload.Parse(json, kinds);
/// </code></example>
public sealed class WorkloadKinds
{
    private const string Template = "spec.template.spec";

    /// <summary>The DeploymentConfig of OpenShift, whose triggers are in its specification.</summary>
    internal static WorkloadKind DeploymentConfigs { get; } =
        new(DeploymentConfig.KindName, DeploymentConfig.GroupVersion, DeploymentConfig.PodSpecPath, "paused")
        {
            MayLackTemplate = true,
        };

    private static readonly WorkloadKind[] KnownKinds =
    [
        new("Deployment", "apps/v1", Template, "paused") { IsWatched = true },
        new("Pod", "v1", "spec"),
        new("ReplicaSet", "apps/v1", Template),
        new("ReplicationController", "v1", Template) { MayLackTemplate = true },
        new("StatefulSet", "apps/v1", Template) { IsWatched = true },
        new("DaemonSet", "apps/v1", Template) { IsWatched = true },
        new("Job", "batch/v1", Template, "suspend") { IsPauseOptional = true },
        new("CronJob", "batch/v1", "spec.jobTemplate.spec.template.spec", "suspend") { IsWatched = true, IsPauseOptional = true },
        DeploymentConfigs,
        new("PodTemplate", "v1", "template.spec"),
    ];

    private WorkloadKinds(ValueList<WorkloadKind> added) => Added = added;

    /// <summary>The kinds of Kubernetes and OpenShift.</summary>
    public static WorkloadKinds Known { get; } = new([]);

    /// <summary>The added kinds, last first.</summary>
    public ValueList<WorkloadKind> Added { get; }

    /// <summary>Creates a copy with one more kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    public WorkloadKinds With(WorkloadKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new WorkloadKinds([kind, .. Added]);
    }

    /// <summary>Finds a known kind by its name.</summary>
    internal static WorkloadKind? FindKnown(ReadOnlySpan<byte> name)
    {
        foreach (var kind in KnownKinds)
        {
            if (Ascii.Equals(name, kind.Name))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Finds the added kind of an object.</summary>
    internal WorkloadKind? FindAdded(ReadOnlySpan<byte> json)
    {
        if (Added.IsEmpty)
        {
            return null;
        }

        var (kind, apiVersion) = WorkloadKindScan.ReadType(json);
        return Added.FirstOrDefault(added => added.Matches(kind, apiVersion));
    }
}
