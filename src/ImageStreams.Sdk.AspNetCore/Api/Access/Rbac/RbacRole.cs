using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>A named set of rules: a <c>ClusterRole</c>, or a <c>Role</c> of a namespace.</summary>
public sealed record RbacRole
{
    /// <summary>The name, such as <c>system:image-puller</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The namespace of a <c>Role</c>; empty, the default, for a <c>ClusterRole</c>.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The rules.</summary>
    public ValueList<RbacRule> Rules { get; init; }

    /// <summary>The kind: <c>ClusterRole</c> or <c>Role</c>.</summary>
    public string Kind => Namespace.Length == 0 ? "ClusterRole" : "Role";

    /// <summary>Returns kind and name.</summary>
    public override string ToString() => $"{Kind} {AccessText.Quote(Namespace.Length == 0 ? Name : $"{Name}/{Namespace}")}";
}
