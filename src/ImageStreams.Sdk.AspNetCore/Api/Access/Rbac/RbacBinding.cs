using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Gives the rights of a role to subjects: a <c>ClusterRoleBinding</c>, or a <c>RoleBinding</c> for one namespace.</summary>
public sealed record RbacBinding
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The namespace in which the rights count; empty, the default, for all namespaces and for what is in none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the role.</summary>
    public required string Role { get; init; }

    /// <summary>Gets a value indicating whether the role is one of the binding's namespace; false, the default, for a
    /// <c>ClusterRole</c>.</summary>
    public bool IsNamespacedRole { get; init; }

    /// <summary>The subjects.</summary>
    public ValueList<RbacSubject> Subjects { get; init; }

    /// <summary>The kind: <c>ClusterRoleBinding</c> or <c>RoleBinding</c>.</summary>
    public string Kind => Namespace.Length == 0 ? "ClusterRoleBinding" : "RoleBinding";

    /// <summary>Returns kind and name.</summary>
    public override string ToString() => $"{Kind} {AccessText.Quote(Namespace.Length == 0 ? Name : $"{Name}/{Namespace}")}";
}
