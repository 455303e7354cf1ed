using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>A container of a pod.</summary>
/// <remarks>Holds what triggers need; everything else survives among the unknown fields.</remarks>
[WireObject]
public sealed partial record Container : IKeyed
{
    string IKeyed.Key => Name;

    /// <summary>The container's name, unique in its pod.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>The pull spec of its image.</summary>
    [WireField("image", OmitEmpty = true)]
    public string? Image { get; init; }
}
