using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The rows of the kinds of Kubernetes that run pods.</summary>
internal static class WorkloadKindRows
{
    private const string EmptyDeployment =
        """{"metadata":{},"spec":{"replicas":0,"selector":null,"template":{"metadata":{},"spec":{"containers":null}},"strategy":{}},"status":{}}""";

    private static readonly string[] Template = ["spec", "template", "spec"];
    private static readonly string[] Job = ["spec", "jobTemplate", .. Template];

    public static IEnumerable<ClusterKind> Create() =>
    [
        KindRow.Create("", "pods", "Pod", [.. PodColumns.Create()]).WithCategories("all").WithStatus().WithShortNames("po")
            with { SelectableFields = ["spec.nodeName", "status.phase"], Rules = new PodRules() },
        Row("", "replicationcontrollers", "ReplicationController", Replicas(), Template, Selector("spec")).WithShortNames("rc").WithScale()
            with { Rules = new WorkloadRules(Template) },
        Row("apps", "deployments", "Deployment", [KindColumns.Ready(), UpToDate(), Available()], Template, SelectorColumns.Create("", "spec", "selector"))
            .WithShortNames("deploy").WithScale().WithEmptyObject(EmptyDeployment) with { Rules = new DeploymentRules() },
        Row("apps", "replicasets", "ReplicaSet", Replicas(), Template, Selector("spec")).WithShortNames("rs").WithScale()
            with { Rules = new WorkloadRules(Template) },
        Row("apps", "statefulsets", "StatefulSet", [KindColumns.Ready()], Template).WithShortNames("sts").WithScale()
            with { Rules = new UpdatedWorkloadRules(("partition", 0)) },
        Row("apps", "daemonsets", "DaemonSet", Daemons(), Template, Selector("spec")).WithShortNames("ds")
            with { Rules = new DaemonSetRules() },
        Row("batch", "cronjobs", "CronJob", CronJobs(), Job, Selector("spec", "jobTemplate", "spec")).WithShortNames("cj")
            with { Rules = new WorkloadRules(Job) },
        Row("batch", "jobs", "Job", ProgressColumns.CreateForJobs(), Template, Selector("spec")) with { Rules = new JobRules() },
    ];

    private static ClusterKind Row(
        string group, string plural, string kind, ResourceColumn[] columns, string[] podSpec, params ResourceColumn[] last) =>
        KindRow.Create(
            group, plural, kind, [.. columns, ObjectColumns.Age(), KindColumns.Containers(podSpec), KindColumns.Images(podSpec), .. last])
            .WithCategories("all").WithStatus();

    private static ResourceColumn Selector(params string[] spec) => SelectorColumns.Create("<none>", [.. spec, "selector"]);

    // The server tells the numbers of these two as texts.
    private static ResourceColumn UpToDate() => ObjectColumns.Number("Up-to-date", "status", "updatedReplicas") with { Type = "string" };

    private static ResourceColumn Available() => ObjectColumns.Number("Available", "status", "availableReplicas") with { Type = "string" };

    private static ResourceColumn[] Replicas() =>
    [
        ObjectColumns.Number("Desired", "spec", "replicas"), ObjectColumns.Number("Current", "status", "replicas"),
        ObjectColumns.Number("Ready", "status", "readyReplicas"),
    ];

    private static ResourceColumn[] Daemons() =>
    [
        ObjectColumns.Number("Desired", "status", "desiredNumberScheduled"),
        ObjectColumns.Number("Current", "status", "currentNumberScheduled"), ObjectColumns.Number("Ready", "status", "numberReady"),
        ObjectColumns.Number("Up-to-date", "status", "updatedNumberScheduled"),
        ObjectColumns.Number("Available", "status", "numberAvailable"), KindColumns.NodeSelector(),
    ];

    private static ResourceColumn[] CronJobs() =>
    [
        ObjectColumns.Text("Schedule", "spec", "schedule"), ObjectColumns.TextOr("Timezone", "<none>", "spec", "timeZone"),
        ObjectColumns.Flag("Suspend", "spec", "suspend"), ObjectColumns.Count("Active", "status", "active"),
        ObjectColumns.TextOr("Last Schedule", "<none>", "status", "lastScheduleTime"),
    ];
}
