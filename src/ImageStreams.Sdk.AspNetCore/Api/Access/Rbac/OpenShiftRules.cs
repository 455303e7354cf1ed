using static ImageStreams.AspNetCore.RbacRules;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of the roles view, edit and admin of a namespace about the objects of OpenShift.</summary>
internal static class OpenShiftRules
{
    private static readonly string[] Templates = ["processedtemplates", "templateconfigs", "templateinstances", "templates"];
    private static readonly string[] Images = ["imagestreamimages", "imagestreammappings", "imagestreams", "imagestreamtags", "imagetags"];
    private static readonly string[] Builds = ["buildconfigs", "buildconfigs/webhooks", "builds"];
    private static readonly string[] Configs = ["deploymentconfigs", "deploymentconfigs/scale"];

    /// <summary>Reading images without pulling them; the role registry-viewer, which is a part of view, lets them be pulled.</summary>
    public static RbacRule[] View { get; } =
    [
        Read(BuildGroup, [.. Builds, "builds/log", "buildlogs"]),
        Rule("view", ["build.openshift.io"], "jenkins"),
        Read(DeployGroup, [.. Configs, "deploymentconfigs/log", "deploymentconfigs/status"]),
        Read(ImageGroup, [.. Images, "imagestreams/status"]),
        Rule("get", ProjectGroup, "projects"),
        Read(["quota.openshift.io", ""], "appliedclusterresourcequotas"),
        Read(["route.openshift.io", ""], "routes", "routes/status"),
        Read(["template.openshift.io", ""], Templates),
    ];

    /// <summary>Changing, pulling and pushing.</summary>
    public static RbacRule[] Edit { get; } =
    [
        ReadWrite(BuildGroup, [.. Builds, "buildlogs"]),
        Rule("create", BuildGroup, "buildconfigs/instantiate", "buildconfigs/instantiatebinary", "builds/clone"),
        Rule("update", BuildGroup, "builds/details"),
        Rule("edit,view", ["build.openshift.io"], "jenkins"),
        ReadWrite(DeployGroup, Configs),
        Rule("create", DeployGroup, "deploymentconfigrollbacks", "deploymentconfigs/instantiate", "deploymentconfigs/rollback"),
        .. Registry,
        ReadWrite(["route.openshift.io", ""], "routes"),
        Rule("create", ["route.openshift.io", ""], "routes/custom-host"),
        ReadWrite(["template.openshift.io", ""], Templates),
        ReadWrite(["networking.k8s.io"], "networkpolicies"),
    ];

    /// <summary>Giving rights to others, and the project itself.</summary>
    public static RbacRule[] Admin { get; } =
    [
        ReadWrite(["authorization.openshift.io", ""], "rolebindings", "roles"),
        Rule(
            "create",
            ["authorization.openshift.io", ""],
            "localresourceaccessreviews",
            "localsubjectaccessreviews",
            "resourceaccessreviews",
            "subjectaccessreviews",
            "subjectrulesreviews"),
        Read(["authorization.openshift.io", ""], "rolebindingrestrictions"),
        Rule("admin", ["build.openshift.io"], "jenkins"),
        Rule("get,patch,update,delete", ProjectGroup, "projects"),
        Rule("update", ["route.openshift.io", ""], "routes/status"),
    ];

    /// <summary>Changing, importing, pulling and pushing images.</summary>
    public static RbacRule[] Registry =>
    [
        ReadWrite(ImageGroup, [.. Images, "imagestreams/secrets"]),
        Rule("create", ImageGroup, "imagestreamimports"),
        Rule("get,update", ImageGroup, "imagestreams/layers"),
    ];

    /// <summary>Reading and pulling images.</summary>
    public static RbacRule[] RegistryView =>
    [
        Read(ImageGroup, Images),
        Rule("get", ImageGroup, "imagestreams/layers"),
        Rule("get", CoreGroup, "namespaces"),
        Rule("get", ProjectGroup, "projects"),
    ];
}
