using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The rows of the kinds of Kubernetes beside those that run pods.</summary>
internal static class CoreKinds
{
    private const string EventFields =
        "involvedObject.kind involvedObject.namespace involvedObject.name involvedObject.uid involvedObject.apiVersion "
        + "involvedObject.resourceVersion involvedObject.fieldPath reason reportingComponent source type";

    public static IEnumerable<ClusterKind> Create() =>
    [
        KindRow.Create("", "configmaps", "ConfigMap", [ObjectColumns.DataCount(), ObjectColumns.Age()])
            .WithShortNames("cm") with { CountsGenerations = false, Rules = new ImmutableDataRules("binaryData", "data") },
        KindRow.Create("", "secrets", "Secret", [ObjectColumns.Text("Type", "type"), ObjectColumns.DataCount(), ObjectColumns.Age()])
            with { CountsGenerations = false, Rules = new ImmutableDataRules("data"), SelectableFields = ["type"] },
        KindRow.Create("", "serviceaccounts", "ServiceAccount", [ObjectColumns.Count("Secrets", "secrets"), ObjectColumns.Age()])
            .WithShortNames("sa") with { CountsGenerations = false },
        KindRow.Create(
            "",
            "services",
            "Service",
            [
                ObjectColumns.Text("Type", "spec", "type"), ObjectColumns.Text("Cluster-IP", "spec", "clusterIP"),
                KindColumns.External(), KindColumns.Ports(), ObjectColumns.Age(), KindColumns.Selector("spec", "selector"),
            ])
            .WithShortNames("svc").WithCategories("all").WithStatus() with { CountsGenerations = false, Rules = new ServiceRules() },
        Events("", EventColumns("involvedObject", "lastTimestamp", "message")),
        Events("events.k8s.io", EventColumns("regarding", "deprecatedLastTimestamp", "note")) with { Form = new NewerEventForm() },
        KindRow.Create(
            "coordination.k8s.io", "leases", "Lease", [ObjectColumns.Text("Holder", "spec", "holderIdentity"), ObjectColumns.Age()])
            with { CountsGenerations = false, Rules = new LeaseRules(), RequiresVersion = true },
        KindRow.Create(
            "apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", [ObjectColumns.Created()])
            .ForCluster().WithShortNames("crd", "crds").WithCategories("api-extensions").WithStatus() with { Rules = new CustomDefinitionRules() },
        KindRow.Create(
            "apiregistration.k8s.io",
            "apiservices",
            "APIService",
            [KindColumns.BackingService(), KindColumns.Available(), ObjectColumns.Age()])
            .ForCluster().WithCategories("api-extensions").WithStatus() with { CountsGenerations = false, Rules = new ApiServiceRules() },
    ];

    private static ClusterKind Events(string group, ResourceColumn[] columns) =>
        KindRow.Create(group, "events", "Event", [.. columns])
            .WithShortNames("ev") with { CountsGenerations = false, SelectableFields = [.. EventFields.Split(' ')] };

    private static ResourceColumn[] EventColumns(string involved, string lastSeen, string message) =>
    [
        ObjectColumns.Text("Last Seen", lastSeen), ObjectColumns.Text("Type", "type"), ObjectColumns.Text("Reason", "reason"),
        KindColumns.Involved(involved), ObjectColumns.Text("Message", message),
    ];
}
