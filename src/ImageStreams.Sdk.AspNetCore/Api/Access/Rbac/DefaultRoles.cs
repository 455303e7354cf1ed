using static ImageStreams.AspNetCore.RbacRules;

namespace ImageStreams.AspNetCore;

/// <summary>The roles that an OpenShift cluster begins with, as far as they matter to images, workloads and projects.</summary>
internal static class DefaultRoles
{
    public const string ClusterAdmin = "cluster-admin";
    public const string BasicUser = "basic-user";
    public const string SystemBasicUser = "system:basic-user";
    public const string Discovery = "system:discovery";
    public const string PublicInfo = "system:public-info-viewer";
    public const string SelfProvisioner = "self-provisioner";

    private static readonly RbacRule[] BuilderRules =
    [
        Rule("get,update", ImageGroup, "imagestreams/layers"),
        Rule("create", ImageGroup, "imagestreams"),
        Rule("update", BuildGroup, "builds/details"),
        Rule("get", BuildGroup, "builds"),
    ];

    private static readonly RbacRule[] EditorRules =
    [
        ReadWrite(CoreGroup, "secrets", "serviceaccounts"),
        .. OpenShiftRules.Registry,
        Rule("get", CoreGroup, "namespaces"),
        Rule("get", ProjectGroup, "projects"),
    ];

    private static readonly RbacRule[] ViewRules = [.. WorkloadRules.View, .. OpenShiftRules.View, .. OpenShiftRules.RegistryView];

    private static readonly RbacRule[] EditRules =
        [.. ViewRules, .. WorkloadRules.Edit, .. OpenShiftRules.Edit, .. EditorRules, .. BuilderRules];

    /// <summary>All roles.</summary>
    public static IEnumerable<RbacRole> All =>
    [
        Role(ClusterAdmin, Rule("*", ["*"], "*"), new RbacRule { Verbs = ["*"], NonResourceUrls = ["*"] }),
        Role("view", ViewRules),
        Role("edit", EditRules),
        Role("admin", [.. EditRules, .. WorkloadRules.Admin, .. OpenShiftRules.Admin]),
        Role("cluster-reader", [.. ViewRules, .. ClusterReaderRules()]),
        Role("registry-viewer", OpenShiftRules.RegistryView),
        Role("registry-editor", EditorRules),
        Role("registry-admin", [.. EditorRules, .. WorkloadRules.Admin, Rule("get,delete", ProjectGroup, "projects")]),
        Role("system:image-puller", Rule("get", ImageGroup, "imagestreams/layers")),
        Role("system:image-pusher", Rule("get,update", ImageGroup, "imagestreams/layers")),
        Role("system:image-builder", BuilderRules),
        Role("system:image-auditor", Rule("get,list,watch,patch,update", ImageGroup, "images")),
        Role("system:image-signer", Rule("get", ImageGroup, "images", "imagestreams/layers"), Rule("create,delete", ImageGroup, "imagesignatures")),
        Role("system:image-pruner", PrunerRules()),
        Role(BasicUser, BasicUserRules()),
        Role(SystemBasicUser, SelfReviewRules()),
        Role(
            "system:auth-delegator",
            Rule("create", ["authentication.k8s.io"], "tokenreviews"),
            Rule("create", AuthorizationGroup, "subjectaccessreviews")),
        Role("self-access-reviewer", Rule("create", AuthorizationGroup, "selfsubjectaccessreviews")),
        Role(SelfProvisioner, Rule("create", ProjectGroup, "projectrequests")),
        Role(Discovery, Paths("/api", "/api/*", "/apis", "/apis/*", "/openapi", "/openapi/*", "/version", "/version/", "/healthz", "/livez", "/readyz")),
        Role(PublicInfo, Paths("/healthz", "/healthz/", "/livez", "/readyz", "/version", "/version/")),
    ];

    private static RbacRole Role(string name, params RbacRule[] rules) => new() { Name = name, Rules = [.. rules] };

    private static RbacRule[] SelfReviewRules() =>
    [
        Rule("create", AuthorizationGroup, "selfsubjectaccessreviews", "selfsubjectrulesreviews"),
        Rule("create", ["authentication.k8s.io"], "selfsubjectreviews"),
    ];

    private static RbacRule[] BasicUserRules() =>
    [
        Rule("get", ["user.openshift.io", ""], "users") with { ResourceNames = ["~"] },
        Rule("list", ProjectGroup, "projectrequests"),
        Read(RbacGroup, "clusterroles"),
        Rule("list,watch", ProjectGroup, "projects"),
        Rule("create", AuthorizationGroup, "selfsubjectaccessreviews"),
    ];

    private static RbacRule[] ClusterReaderRules() =>
    [
        Read(ImageGroup, "images", "imagesignatures"),
        Read(RbacGroup, "roles", "rolebindings", "clusterroles", "clusterrolebindings"),
        Read(ProjectGroup, "projects", "projectrequests"),
        Read(["coordination.k8s.io"], "leases"),
        Rule("create", AuthorizationGroup, "localsubjectaccessreviews", "selfsubjectaccessreviews", "selfsubjectrulesreviews", "subjectaccessreviews"),
        Paths("*"),
    ];

    private static RbacRule[] PrunerRules() =>
    [
        Rule("get,list", CoreGroup, "pods", "replicationcontrollers"),
        Rule("list", CoreGroup, "limitranges"),
        Rule("get,list", BuildGroup, "buildconfigs", "builds"),
        Rule("get,list", DeployGroup, "deploymentconfigs"),
        Rule("get,list", ["batch"], "cronjobs", "jobs"),
        Rule("get,list", ["apps"], "daemonsets", "deployments", "replicasets", "statefulsets"),
        Rule("delete", ImageGroup, "images"),
        Rule("get,list,watch", ImageGroup, "images", "imagestreams"),
        Rule("update", ImageGroup, "imagestreams/status"),
    ];
}
