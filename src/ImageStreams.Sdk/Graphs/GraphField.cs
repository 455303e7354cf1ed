namespace ImageStreams.Graphs;

/// <summary>The field of an object that creates an edge of a <see cref="TagGraph"/>.</summary>
public sealed record GraphField
{
    /// <summary>The kind of the object, such as <c>BuildConfig</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The namespace of the object.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the object.</summary>
    public required string Name { get; init; }

    /// <summary>The JSON path of the field, such as <c>spec.triggers[0].imageChange</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Returns the object and the path, such as <c>BuildConfig shop/web spec.output.to</c>.</summary>
    public override string ToString() => $"{Kind} {Namespace}/{Name} {Path}";
}
