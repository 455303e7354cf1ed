using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>The specification of a pod.</summary>
/// <remarks>Has the fields that triggers need; all other fields are kept as unknown fields.</remarks>
[WireObject]
public sealed partial record PodSpec
{
    /// <summary>The init containers, which run before the others, in order.</summary>
    [WireField("initContainers", OmitEmpty = true)]
    public KeyedList<Container> InitContainers { get; init; }

    /// <summary>The containers.</summary>
    [WireField("containers")]
    public KeyedList<Container> Containers { get; init; }

    /// <summary>Returns the number of containers.</summary>
    public override string ToString() => Quantity.Format(InitContainers.Count + Containers.Count, "container");
}
