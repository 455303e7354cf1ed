using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>How short image names in a namespace are understood.</summary>
[WireObject]
public sealed partial record ImageLookupPolicy
{
    /// <summary>
    /// Whether <c>name:tag</c> in pods and builds of the namespace means the tag of the stream of that name.
    /// </summary>
    [WireField("local")]
    public bool Local { get; init; }
}
