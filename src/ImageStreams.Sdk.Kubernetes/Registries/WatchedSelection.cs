namespace ImageStreams.Kubernetes;

/// <summary>The objects that are watched: those of one resource in one place.</summary>
/// <param name="Type">The resource.</param>
/// <param name="Namespace">The namespace; null for objects without one.</param>
/// <param name="FieldSelector">The field selector, such as <c>metadata.name=cluster</c>; null for all objects.</param>
internal sealed record WatchedSelection(ClusterResourceType Type, string? Namespace = null, string? FieldSelector = null)
{
    /// <summary>The objects beyond this number are left out.</summary>
    public int MaxObjects { get; init; } = int.MaxValue;

    /// <summary>Returns the resource and its place, as messages name it.</summary>
    public override string ToString() => (Namespace is null ? $"{Type}" : $"{Type} of the namespace {Namespace}")
        + (FieldSelector is null ? "" : $" with {FieldSelector}");
}
