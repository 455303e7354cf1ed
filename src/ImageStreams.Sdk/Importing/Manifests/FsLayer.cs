using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>A layer of a schema 1 manifest.</summary>
[WireObject]
internal sealed partial record FsLayer
{
    [WireField("blobSum")]
    public string BlobSum { get; init; } = "";
}
