using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>What a pod runs.</summary>
/// <remarks>Holds what triggers need; everything else survives among the unknown fields.</remarks>
[WireObject]
public sealed partial record PodSpec
{
    /// <summary>The containers that run before the others, in order.</summary>
    [WireField("initContainers", OmitEmpty = true)]
    public KeyedList<Container> InitContainers { get; init; }

    /// <summary>The containers.</summary>
    [WireField("containers")]
    public KeyedList<Container> Containers { get; init; }
}
