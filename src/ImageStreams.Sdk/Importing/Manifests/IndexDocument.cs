using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>A manifest list or an index.</summary>
[WireObject]
internal sealed partial record IndexDocument
{
    [WireField("manifests")]
    public ValueList<IndexEntry> Manifests { get; init; }
}
