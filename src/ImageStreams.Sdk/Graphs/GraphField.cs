namespace ImageStreams.Graphs;

/// <summary>The place in an object that an edge of a <see cref="TagGraph"/> comes from.</summary>
public sealed record GraphField
{
    /// <summary>The kind of the object, such as <c>BuildConfig</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The object's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The object's name.</summary>
    public required string Name { get; init; }

    /// <summary>The field, such as <c>spec.triggers[0].imageChange</c>.</summary>
    public required string Path { get; init; }

    /// <summary>All of it, such as <c>BuildConfig shop/web spec.output.to</c>.</summary>
    public override string ToString() => $"{Kind} {Namespace}/{Name} {Path}";
}
