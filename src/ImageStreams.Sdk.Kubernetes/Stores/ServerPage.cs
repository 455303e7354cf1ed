namespace ImageStreams.Kubernetes;

/// <summary>One page of a list as a server has it.</summary>
/// <param name="Items">The objects, in the order of the server.</param>
/// <param name="Version">The version of the list.</param>
internal sealed record ServerPage<T>(List<T> Items, long Version)
    where T : ApiObject
{
    /// <summary>The token of the server for the rest; null at the end.</summary>
    public string? Continue { get; init; }

    /// <summary>The number of objects that come later; null when the server does not say.</summary>
    public long? Remaining { get; init; }
}
