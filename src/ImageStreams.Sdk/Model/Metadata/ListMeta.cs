using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The metadata of a list.</summary>
/// <remarks>Mirrors <c>ListMeta</c> of the Kubernetes API, <c>meta/v1</c>.</remarks>
[WireObject(Definition = DefinitionNames.Meta + "ListMeta")]
public sealed partial record ListMeta
{
    /// <summary>A link to the list; servers no longer set it.</summary>
    [WireField("selfLink", OmitEmpty = true)]
    public string? SelfLink { get; init; }

    /// <summary>The version of the store at which the list was read.</summary>
    [WireField("resourceVersion", OmitEmpty = true)]
    public string? ResourceVersion { get; init; }

    /// <summary>The token of the next page; null on the last page.</summary>
    [WireField("continue", OmitEmpty = true)]
    public string? Continue { get; init; }

    /// <summary>The number of items after this page; null when the server does not know.</summary>
    [WireField("remainingItemCount", OmitEmpty = true)]
    public long? RemainingItemCount { get; init; }

    /// <summary>Returns the version.</summary>
    public override string ToString() => $"@{ResourceVersion}";
}
