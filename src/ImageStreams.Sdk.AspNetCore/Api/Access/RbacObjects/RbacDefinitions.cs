using System.Text.Json;
using ImageStreams.Schemas;
using static ImageStreams.AspNetCore.ObjectColumns;

namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of roles and bindings.</summary>
internal static class RbacDefinitions
{
    public const string GroupName = "rbac.authorization.k8s.io";

    public static ResourceDefinition ClusterRoleBindings { get; } = Create("clusterrolebindings", RbacKey.ClusterRoleBinding, BindingColumns());

    public static ResourceDefinition ClusterRoles { get; } = Create("clusterroles", RbacKey.ClusterRole, [Created()]);

    public static ResourceDefinition RoleBindings { get; } = Create("rolebindings", RbacKey.RoleBinding, BindingColumns());

    public static ResourceDefinition Roles { get; } = Create("roles", RbacKey.Role, [Created()]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResourceDefinition> All { get; } = [ClusterRoleBindings, ClusterRoles, RoleBindings, Roles];

    /// <summary>Creates the kind of a resource.</summary>
    public static ObjectKind CreateKind(ResourceDefinition definition) => new()
    {
        Definition = definition,
        Schema = ClusterSchemas.Find(GroupName, "v1", definition.Kind),
        CountsGenerations = false,
        Rules = new RbacKindRules(definition),
    };

#pragma warning disable CA1308 // Names of resources are in lower case.
    private static ResourceDefinition Create(string plural, string kind, ResourceColumn[] columns) => new()
    {
        Group = GroupName,
        Version = "v1",
        Plural = plural,
        Singular = kind.ToLowerInvariant(),
        Kind = kind,
        IsNamespaced = kind is RbacKey.Role or RbacKey.RoleBinding,
        Verbs = ResourceVerbs.AllOfObjects,
        Columns = [.. columns],
    };
#pragma warning restore CA1308

    private static ResourceColumn[] BindingColumns() =>
    [
        Column("Role", static (value, _) => $"{FindText(value, "roleRef", "kind")}/{FindText(value, "roleRef", "name")}"),
        Age(),
        Subjects("Users", "User"),
        Subjects("Groups", "Group"),
        Subjects("ServiceAccounts", "ServiceAccount"),
    ];

    private static ResourceColumn Subjects(string name, string kind) => Column(name, (value, _) => string.Join(
        ", ", FindItems(value, "subjects").Where(one => FindText(one, "kind") == kind).Select(DescribeSubject))) with
    {
        Priority = 1,
    };

    private static string DescribeSubject(JsonElement subject) => FindText(subject, "namespace") is { Length: > 0 } ns
        ? $"{ns}/{FindText(subject, "name")}"
        : FindText(subject, "name") ?? "";
}
