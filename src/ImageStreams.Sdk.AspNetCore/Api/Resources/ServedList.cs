namespace ImageStreams.AspNetCore;

/// <summary>A list of objects, or one page of it.</summary>
public sealed record ServedList
{
    /// <summary>The version of the list, and the token of the next page.</summary>
    public ListMeta Metadata { get; init; } = ListMeta.Default;

    /// <summary>The <c>kind</c>; null, the default, for that of the resource's lists.</summary>
    public string? Kind { get; init; }

    /// <summary>The <c>apiVersion</c>; null, the default, for that of the resource.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The objects, in the order of the list.</summary>
    public required IReadOnlyList<ServedObject> Items { get; init; }

    /// <summary>Gets a value indicating whether each object has its kind and version in the list, as custom resources do.</summary>
    internal bool NamesKinds { get; init; }

    /// <summary>Returns the number of items.</summary>
    public override string ToString() => $"{Items.Count} items";
}
