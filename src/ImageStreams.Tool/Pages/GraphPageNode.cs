namespace ImageStreams.Tool;

/// <summary>One node of the page: its kind, its name, and the group it folds into.</summary>
internal sealed record GraphPageNode
{
    /// <summary>The shape of the node: <c>tag</c>, <c>image</c>, <c>external</c>, <c>build</c> or <c>workload</c>.</summary>
    public required string Shape { get; init; }

    /// <summary>The kind of the object, such as <c>BuildConfig</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The namespace; null for an image outside the streams.</summary>
    public string? Namespace { get; init; }

    /// <summary>The stream of a tag or an image; otherwise null.</summary>
    public string? Stream { get; init; }

    /// <summary>The name without the namespace.</summary>
    public required string Name { get; init; }
}
