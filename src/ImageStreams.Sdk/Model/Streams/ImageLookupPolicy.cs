using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The lookup policy of a stream: the meaning of short image names in its namespace.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageLookupPolicy")]
public sealed partial record ImageLookupPolicy
{
    /// <summary>
    /// Gets a value indicating whether <c>name:tag</c> in pods and builds of the namespace means the tag of the stream of
    /// that name.
    /// </summary>
    [WireField("local")]
    public bool Local { get; init; }

    /// <summary>Returns <c>local</c> or <c>not local</c>.</summary>
    public override string ToString() => Local ? "local" : "not local";
}
