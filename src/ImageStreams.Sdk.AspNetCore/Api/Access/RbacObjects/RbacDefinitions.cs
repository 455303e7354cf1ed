namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of roles and bindings.</summary>
internal static class RbacDefinitions
{
    public const string GroupName = "rbac.authorization.k8s.io";

    public static ResourceDefinition ClusterRoleBindings { get; } = Create("clusterrolebindings", "ClusterRoleBinding", false);

    public static ResourceDefinition ClusterRoles { get; } = Create("clusterroles", "ClusterRole", false);

    public static ResourceDefinition RoleBindings { get; } = Create("rolebindings", "RoleBinding", true);

    public static ResourceDefinition Roles { get; } = Create("roles", "Role", true);

#pragma warning disable CA1308 // Names of resources are in lower case.
    private static ResourceDefinition Create(string plural, string kind, bool isNamespaced) => new()
    {
        Group = GroupName,
        Version = "v1",
        Plural = plural,
        Singular = kind.ToLowerInvariant(),
        Kind = kind,
        IsNamespaced = isNamespaced,
        Verbs =
        [
            ResourceVerbs.Create,
            ResourceVerbs.Delete,
            ResourceVerbs.DeleteCollection,
            ResourceVerbs.Get,
            ResourceVerbs.List,
            ResourceVerbs.Update,
        ],
    };
#pragma warning restore CA1308
}
