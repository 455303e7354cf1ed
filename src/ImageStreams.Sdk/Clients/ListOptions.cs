namespace ImageStreams.Clients;

/// <summary>The options of a list.</summary>
public sealed record ListOptions
{
    /// <summary>The label selector, such as <c>team=a,!old</c>; null, the default, selects all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>The field selector, such as <c>metadata.name=app</c>; null, the default, selects all.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>The largest number of objects on one page; 0, the default, for no limit.</summary>
    public int Limit { get; init; }

    /// <summary>The <c>metadata.continue</c> of the previous page; null for the first page.</summary>
    public string? Continue { get; init; }
}
