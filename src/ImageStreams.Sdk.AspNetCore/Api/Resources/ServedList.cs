namespace ImageStreams.AspNetCore;

/// <summary>A list of objects, or one page of it.</summary>
public sealed record ServedList
{
    /// <summary>The version of the list, and the token of the next page.</summary>
    public ListMeta Metadata { get; init; } = ListMeta.Default;

    /// <summary>The objects, in the order of the list.</summary>
    public required IReadOnlyList<ServedObject> Items { get; init; }
}
