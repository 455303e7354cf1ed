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

    /// <summary>The version that the list must at least show, or, by <see cref="ResourceVersionMatch"/>, exactly; null, the default,
    /// for the latest state.</summary>
    /// <remarks><c>0</c> is any version, and ignores the limit. Not together with <see cref="Continue"/>.</remarks>
    public string? ResourceVersion { get; init; }

    /// <summary>The states that fit <see cref="ResourceVersion"/>; null, the default, for <see
    /// cref="Clients.ResourceVersionMatch.Exact"/> of a list with a limit and <see
    /// cref="Clients.ResourceVersionMatch.NotOlderThan"/> of any other.</summary>
    public ResourceVersionMatch? ResourceVersionMatch { get; init; }
}
