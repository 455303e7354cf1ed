using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>What made a layer of a schema 1 manifest: JSON in a text.</summary>
[WireObject]
internal sealed partial record FsHistory
{
    [WireField("v1Compatibility")]
    public string V1Compatibility { get; init; } = "";
}
