using static ImageStreams.AspNetCore.RbacRules;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of the roles view, edit and admin of a namespace about the objects of Kubernetes.</summary>
internal static class WorkloadRules
{
    private static readonly string[] Apps =
    [
        "daemonsets", "deployments", "deployments/scale", "replicasets", "replicasets/scale", "statefulsets", "statefulsets/scale",
    ];

    private static readonly string[] AppsStatus =
        ["controllerrevisions", "daemonsets/status", "deployments/status", "replicasets/status", "statefulsets/status"];

    /// <summary>Reading, without secrets.</summary>
    public static RbacRule[] View { get; } =
    [
        Read(
            CoreGroup,
            "configmaps",
            "endpoints",
            "persistentvolumeclaims",
            "persistentvolumeclaims/status",
            "pods",
            "replicationcontrollers",
            "replicationcontrollers/scale",
            "serviceaccounts",
            "services",
            "services/status"),
        Read(
            CoreGroup,
            "bindings",
            "events",
            "limitranges",
            "namespaces",
            "namespaces/status",
            "pods/log",
            "pods/status",
            "replicationcontrollers/status",
            "resourcequotas",
            "resourcequotas/status",
            "resourcequotausages"),
        Read(["discovery.k8s.io"], "endpointslices"),
        Read(["apps"], [.. Apps, .. AppsStatus]),
        Read(["autoscaling"], "horizontalpodautoscalers", "horizontalpodautoscalers/status"),
        Read(["batch"], "cronjobs", "cronjobs/status", "jobs", "jobs/status"),
        Read(["policy"], "poddisruptionbudgets", "poddisruptionbudgets/status"),
        Read(["networking.k8s.io"], "ingresses", "ingresses/status", "networkpolicies"),
    ];

    /// <summary>Changing, and reading secrets.</summary>
    public static RbacRule[] Edit { get; } =
    [
        Read(CoreGroup, "pods/attach", "pods/exec", "pods/portforward", "pods/proxy", "secrets", "services/proxy"),
        Rule("impersonate", CoreGroup, "serviceaccounts"),
        Write(CoreGroup, "pods", "pods/attach", "pods/exec", "pods/portforward", "pods/proxy"),
        Rule("create", CoreGroup, "pods/eviction", "serviceaccounts/token"),
        Write(
            CoreGroup,
            "configmaps",
            "events",
            "persistentvolumeclaims",
            "replicationcontrollers",
            "replicationcontrollers/scale",
            "secrets",
            "serviceaccounts",
            "services",
            "services/proxy"),
        Write(["apps"], [.. Apps, "deployments/rollback"]),
        Write(["autoscaling"], "horizontalpodautoscalers"),
        Write(["batch"], "cronjobs", "jobs"),
        Write(["policy"], "poddisruptionbudgets"),
        Write(["networking.k8s.io"], "ingresses", "networkpolicies"),
        ReadWrite(["coordination.k8s.io"], "leases"),
    ];

    /// <summary>Giving rights to others.</summary>
    public static RbacRule[] Admin { get; } =
    [
        Rule("create", AuthorizationGroup, "localsubjectaccessreviews"),
        ReadWrite(RbacGroup, "roles", "rolebindings"),
    ];
}
