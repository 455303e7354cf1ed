using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Writes rules in a line each.</summary>
internal static class RbacRules
{
    /// <summary>The group of the image API; with the core group, under which OpenShift once served it.</summary>
    public static ValueList<string> ImageGroup { get; } = ["image.openshift.io", ""];

    public static ValueList<string> BuildGroup { get; } = ["build.openshift.io", ""];

    public static ValueList<string> DeployGroup { get; } = ["apps.openshift.io", ""];

    public static ValueList<string> ProjectGroup { get; } = ["project.openshift.io", ""];

    public static ValueList<string> CoreGroup { get; } = [""];

    public static ValueList<string> AuthorizationGroup { get; } = ["authorization.k8s.io"];

    public static ValueList<string> RbacGroup { get; } = ["rbac.authorization.k8s.io"];

    private static ValueList<string> ReadVerbs { get; } = ["get", "list", "watch"];

    private static ValueList<string> WriteVerbs { get; } = ["create", "delete", "deletecollection", "patch", "update"];

    public static RbacRule Read(ValueList<string> groups, params string[] resources) => Create(ReadVerbs, groups, resources);

    public static RbacRule Write(ValueList<string> groups, params string[] resources) => Create(WriteVerbs, groups, resources);

    public static RbacRule ReadWrite(ValueList<string> groups, params string[] resources) =>
        Create([.. ReadVerbs, .. WriteVerbs], groups, resources);

    /// <summary>Writes a rule with verbs that are separated by commas.</summary>
    public static RbacRule Rule(string verbs, ValueList<string> groups, params string[] resources) =>
        Create([.. verbs.Split(',')], groups, resources);

    /// <summary>Writes a rule to read paths.</summary>
    public static RbacRule Paths(params string[] paths) => new() { Verbs = ["get"], NonResourceUrls = [.. paths] };

    private static RbacRule Create(ValueList<string> verbs, ValueList<string> groups, string[] resources) =>
        new() { Verbs = verbs, ApiGroups = groups, Resources = [.. resources] };
}
