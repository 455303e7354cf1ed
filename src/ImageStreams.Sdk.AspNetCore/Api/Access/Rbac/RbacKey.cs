namespace ImageStreams.AspNetCore;

/// <summary>The name of a role or a binding.</summary>
/// <param name="Kind">The kind, such as <c>ClusterRole</c>.</param>
/// <param name="Namespace">The namespace; empty for the kinds of the whole cluster.</param>
/// <param name="Name">The name.</param>
internal readonly record struct RbacKey(string Kind, string Namespace, string Name)
{
    public const string Role = "Role";
    public const string ClusterRole = "ClusterRole";
    public const string RoleBinding = "RoleBinding";
    public const string ClusterRoleBinding = "ClusterRoleBinding";

    /// <summary>Gets a value indicating whether it is a role, and not a binding.</summary>
    public bool IsRole => Kind is Role or ClusterRole;

    /// <summary>Creates the key of a role.</summary>
    public static RbacKey ForRole(string ns, string name) => new(ns.Length == 0 ? ClusterRole : Role, ns, name);

    /// <summary>Creates the key of a binding.</summary>
    public static RbacKey ForBinding(string ns, string name) => new(ns.Length == 0 ? ClusterRoleBinding : RoleBinding, ns, name);
}
