using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The metadata of a list.</summary>
/// <remarks>Mirrors <c>ListMeta</c> of the Kubernetes API, <c>meta/v1</c>.</remarks>
[WireObject]
public sealed partial record ListMeta
{
    /// <summary>A link to the list; servers no longer fill it.</summary>
    [WireField("selfLink", OmitEmpty = true)]
    public string? SelfLink { get; init; }

    /// <summary>The version of the store that the list shows.</summary>
    [WireField("resourceVersion", OmitEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>What to ask the next page with; null on the last one.</summary>
    [WireField("continue", OmitEmpty = true)]
    public string? Continue { get; init; }

    /// <summary>How many items follow this page, where the server knows.</summary>
    [WireField("remainingItemCount", OmitEmpty = true)]
    public long? RemainingItemCount { get; init; }
}
