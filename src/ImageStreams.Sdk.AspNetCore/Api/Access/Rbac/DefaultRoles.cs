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
        Rule("get,update", Image, "imagestreams/layers"),
        Rule("create", Image, "imagestreams"),
        Rule("update", Build, "builds/details"),
        Rule("get", Build, "builds"),
    ];

    private static readonly RbacRule[] EditorRules =
    [
        ReadWrite(Core, "secrets", "serviceaccounts"),
        .. OpenShiftRules.Registry,
        Rule("get", Core, "namespaces"),
        Rule("get", Project, "projects"),
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
        Role("registry-admin", [.. EditorRules, .. WorkloadRules.Admin, Rule("get,delete", Project, "projects")]),
        Role("system:image-puller", Rule("get", Image, "imagestreams/layers")),
        Role("system:image-pusher", Rule("get,update", Image, "imagestreams/layers")),
        Role("system:image-builder", BuilderRules),
        Role("system:image-auditor", Rule("get,list,watch,patch,update", Image, "images")),
        Role("system:image-signer", Rule("get", Image, "images", "imagestreams/layers"), Rule("create,delete", Image, "imagesignatures")),
        Role("system:image-pruner", PrunerRules()),
        Role(BasicUser, BasicUserRules()),
        Role(SystemBasicUser, SelfReviewRules()),
        Role("self-access-reviewer", Rule("create", Authorization, "selfsubjectaccessreviews")),
        Role(SelfProvisioner, Rule("create", Project, "projectrequests")),
        Role(Discovery, Paths("/api", "/api/*", "/apis", "/apis/*", "/openapi", "/openapi/*", "/version", "/version/", "/healthz", "/livez", "/readyz")),
        Role(PublicInfo, Paths("/healthz", "/healthz/", "/livez", "/readyz", "/version", "/version/")),
    ];

    private static RbacRole Role(string name, params RbacRule[] rules) => new() { Name = name, Rules = [.. rules] };

    private static RbacRule[] SelfReviewRules() =>
    [
        Rule("create", Authorization, "selfsubjectaccessreviews", "selfsubjectrulesreviews"),
        Rule("create", ["authentication.k8s.io"], "selfsubjectreviews"),
    ];

    private static RbacRule[] BasicUserRules() =>
    [
        Rule("get", ["user.openshift.io", ""], "users") with { ResourceNames = ["~"] },
        Rule("list", Project, "projectrequests"),
        Read(Rbac, "clusterroles"),
        Rule("list,watch", Project, "projects"),
        Rule("create", Authorization, "selfsubjectaccessreviews"),
    ];

    private static RbacRule[] ClusterReaderRules() =>
    [
        Read(Image, "images", "imagesignatures"),
        Read(Rbac, "roles", "rolebindings", "clusterroles", "clusterrolebindings"),
        Read(Project, "projects", "projectrequests"),
        Read(["coordination.k8s.io"], "leases"),
        Rule("create", Authorization, "localsubjectaccessreviews", "selfsubjectaccessreviews", "selfsubjectrulesreviews", "subjectaccessreviews"),
        Paths("*"),
    ];

    private static RbacRule[] PrunerRules() =>
    [
        Rule("get,list", Core, "pods", "replicationcontrollers"),
        Rule("list", Core, "limitranges"),
        Rule("get,list", Build, "buildconfigs", "builds"),
        Rule("get,list", Deploy, "deploymentconfigs"),
        Rule("get,list", ["batch"], "cronjobs", "jobs"),
        Rule("get,list", ["apps"], "daemonsets", "deployments", "replicasets", "statefulsets"),
        Rule("delete", Image, "images"),
        Rule("get,list,watch", Image, "images", "imagestreams"),
        Rule("update", Image, "imagestreams/status"),
    ];
}
