namespace ImageStreams.Kubernetes;

/// <summary>A resource of an API server: objects of one kind in one version.</summary>
public sealed record ClusterResourceType
{
    /// <summary>The group, such as <c>apps</c>; empty, the default, for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version, such as <c>v1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The plural in paths, such as <c>deployments</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>Gets a value indicating whether the objects are in namespaces; true by default.</summary>
    public bool IsNamespaced { get; init; } = true;

    /// <summary>Returns the qualified name, such as <c>deployments.apps</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Plural : $"{Plural}.{Group}";
}
