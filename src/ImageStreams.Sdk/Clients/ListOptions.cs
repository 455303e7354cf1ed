namespace ImageStreams.Clients;

/// <summary>What to list.</summary>
public sealed record ListOptions
{
    /// <summary>Selects by labels, such as <c>team=a,!old</c>; null, the default, selects all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Selects by fields, such as <c>metadata.name=app</c>; null, the default, selects all.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>The most objects on one page; 0, the default, for no limit.</summary>
    public int Limit { get; init; }

    /// <summary>Where to go on: the token of the page before; null to begin.</summary>
    public string? Continue { get; init; }
}
