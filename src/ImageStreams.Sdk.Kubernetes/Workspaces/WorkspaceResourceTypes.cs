namespace ImageStreams.Kubernetes;

/// <summary>The resources that a workspace is made of, beside those of the image group.</summary>
internal static class WorkspaceResourceTypes
{
    public static ClusterResourceType BuildConfigs { get; } = new() { Group = "build.openshift.io", Version = "v1", Plural = "buildconfigs" };

    public static ClusterResourceType DeploymentConfigs { get; } =
        new() { Group = "apps.openshift.io", Version = "v1", Plural = "deploymentconfigs" };

    /// <summary>The resources of workloads, each with its kind.</summary>
    public static IReadOnlyList<(ClusterResourceType Type, string Kind)> Workloads { get; } =
    [
        (CreateApps("deployments"), "Deployment"),
        (CreateApps("statefulsets"), "StatefulSet"),
        (CreateApps("daemonsets"), "DaemonSet"),
        (new ClusterResourceType { Group = "batch", Version = "v1", Plural = "cronjobs" }, "CronJob"),
    ];

    private static ClusterResourceType CreateApps(string plural) => new() { Group = "apps", Version = "v1", Plural = plural };
}
