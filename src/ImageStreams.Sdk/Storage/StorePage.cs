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

    /// <summary>Where to go on; null on the last page.</summary>
    public string? Continue { get; init; }

    /// <summary>How many objects are on later pages, 0 on the last one; null when the store does not count them.</summary>
    public long? Remaining { get; init; }
}
