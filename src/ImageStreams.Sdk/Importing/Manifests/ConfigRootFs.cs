using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The layers as a configuration lists them, by the digests of their unpacked content.</summary>
[WireObject]
internal sealed partial record ConfigRootFs
{
    [WireField("type")]
    public string Type { get; init; } = "";

    [WireField("diff_ids", OmitEmpty = true)]
    public ValueList<string> DiffIds { get; init; }
}
