namespace ImageStreams.Storage;

/// <summary>A query for a list: a namespace, and a page of it.</summary>
public sealed record ListQuery
{
    /// <summary>Selects all objects, on one page.</summary>
    public static ListQuery All { get; } = new();

    /// <summary>The namespace; null for all of them.</summary>
    public string? Namespace { get; init; }

    /// <summary>The maximum number of objects on the page; 0, the default, for no limit.</summary>
    public int Limit { get; init; }

    /// <summary>The <see cref="StorePage{T}.Continue"/> token of the previous page of the same list; null for the first
    /// page.</summary>
    public string? Continue { get; init; }
}
