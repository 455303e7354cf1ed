namespace ImageStreams.Storage;

/// <summary>What to list.</summary>
public sealed record ListQuery
{
    /// <summary>Everything, on one page.</summary>
    public static ListQuery All { get; } = new();

    /// <summary>The namespace; null for all of them.</summary>
    public string? Namespace { get; init; }

    /// <summary>The most objects on one page; 0, the default, for no limit.</summary>
    public int Limit { get; init; }

    /// <summary>Where to go on: the token of the page before, of the same kind and namespace; null to begin.</summary>
    public string? Continue { get; init; }
}
