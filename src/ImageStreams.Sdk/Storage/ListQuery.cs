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

    /// <summary>The version whose state is listed; null, the default, for the latest state.</summary>
    /// <remarks>A version of the store that it has reached. Only for the first page: the later ones show its state.</remarks>
    public string? ResourceVersion { get; init; }
}
