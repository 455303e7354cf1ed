namespace ImageStreams.Testing.Server;

/// <summary>The rows of the kinds of Kubernetes beside those that run pods.</summary>
internal static class CoreKinds
{
    private const string EventFields =
        "involvedObject.kind involvedObject.namespace involvedObject.name involvedObject.uid involvedObject.apiVersion "
        + "involvedObject.resourceVersion involvedObject.fieldPath reason reportingComponent source type";

    public static IEnumerable<ClusterKind> Create() =>
    [
        KindRow.Create("", "configmaps", "ConfigMap", [KindColumns.DataCount(), KindColumns.Age()])
            .WithShortNames("cm") with { CountsGenerations = false, Rules = new ImmutableDataRules("binaryData", "data") },
        KindRow.Create("", "secrets", "Secret", [KindColumns.Text("Type", "type"), KindColumns.DataCount(), KindColumns.Age()])
            with { CountsGenerations = false, Rules = new ImmutableDataRules("data"), SelectableFields = ["type"] },
        KindRow.Create("", "serviceaccounts", "ServiceAccount", [KindColumns.Count("Secrets", "secrets"), KindColumns.Age()])
            .WithShortNames("sa") with { CountsGenerations = false },
        KindRow.Create(
            "",
            "services",
            "Service",
            [
                KindColumns.Text("Type", "spec", "type"), KindColumns.Text("Cluster-IP", "spec", "clusterIP"),
                KindColumns.External(), KindColumns.Ports(), KindColumns.Age(), KindColumns.Selector("spec", "selector"),
            ])
            .WithShortNames("svc").WithCategories("all").WithStatus() with { CountsGenerations = false, Rules = new ServiceRules() },
        KindRow.Create(
            "",
            "events",
            "Event",
            [
                KindColumns.Text("Last Seen", "lastTimestamp"), KindColumns.Text("Type", "type"), KindColumns.Text("Reason", "reason"),
                KindColumns.Involved(), KindColumns.Text("Message", "message"),
            ])
            .WithShortNames("ev") with { CountsGenerations = false, SelectableFields = [.. EventFields.Split(' ')] },
        KindRow.Create(
            "coordination.k8s.io", "leases", "Lease", [KindColumns.Text("Holder", "spec", "holderIdentity"), KindColumns.Age()])
            with { CountsGenerations = false, Rules = new LeaseRules(), RequiresVersion = true },
        KindRow.Create(
            "apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", [KindColumns.Created()])
            .ForCluster().WithShortNames("crd", "crds").WithCategories("api-extensions").WithStatus(),
    ];
}
