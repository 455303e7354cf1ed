using ImageStreams.Collections;

namespace ImageStreams.Storage;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The kind of the objects.</typeparam>
public sealed record StorePage<T>
    where T : ApiObject
{
    /// <summary>The objects.</summary>
    public required ValueList<T> Items { get; init; }

    /// <summary>The version of the state that the page shows; a watch from here misses nothing.</summary>
    public required string ResourceVersion { get; init; }

    /// <summary>The token of the next page, for <see cref="ListQuery.Continue"/>; null on the last page.</summary>
    public string? Continue { get; init; }

    /// <summary>The number of objects on later pages; null when the store does not count them.</summary>
    public long? Remaining { get; init; }

    /// <summary>Returns the number of objects, their kind and the version, such as <c>3 ImageStream at version 7</c>.</summary>
    public override string ToString() => $"{Items.Count} {typeof(T).Name} at version {ResourceVersion}";
}
