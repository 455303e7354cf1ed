using ImageStreams.Builds;
using ImageStreams.Workloads;

namespace ImageStreams.Kubernetes;

/// <summary>The resources whose objects may have triggers: those that OpenShift's own controllers follow, and those that were added.</summary>
internal sealed class TriggerResources(IEnumerable<ClusterWorkloadKind> added)
{
    /// <summary>The build configurations.</summary>
    public static TriggerResource BuildConfigs { get; } = Create(BuildConfig.KindName, "build.openshift.io", "buildconfigs");

    /// <summary>The deployment configurations.</summary>
    public static TriggerResource DeploymentConfigs { get; } = Create(DeploymentConfig.KindName, "apps.openshift.io", "deploymentconfigs");

    /// <summary>The resources that OpenShift's own controllers follow.</summary>
    public static IReadOnlyList<TriggerResource> BuiltIn { get; } =
    [
        BuildConfigs,
        DeploymentConfigs,
        Create("Deployment", "apps", "deployments"),
        Create("StatefulSet", "apps", "statefulsets"),
        Create("DaemonSet", "apps", "daemonsets"),
        Create("CronJob", "batch", "cronjobs"),
    ];

    /// <summary>All resources.</summary>
    public IReadOnlyList<TriggerResource> All { get; } = [.. BuiltIn, .. added.Select(Create)];

    /// <summary>The kinds of workloads.</summary>
    public WorkloadKinds Kinds { get; } =
        added.Aggregate(WorkloadKinds.Known, static (kinds, kind) => kinds.With(kind.ToWorkloadKind()));

    /// <summary>Finds the resource of a workload; null when it is of a kind that is not followed.</summary>
    public TriggerResource? Find(Workload workload) => All.FirstOrDefault(resource => resource.Kind == workload.Kind);

    private static TriggerResource Create(string kind, string group, string plural) =>
        new(kind, new ClusterResourceType { Group = group, Version = "v1", Plural = plural }, IsBuiltIn: true);

    private static TriggerResource Create(ClusterWorkloadKind kind) => new(
        kind.Kind,
        new ClusterResourceType { Group = kind.Group, Version = kind.Version, Plural = kind.Plural },
        IsBuiltIn: false);
}
