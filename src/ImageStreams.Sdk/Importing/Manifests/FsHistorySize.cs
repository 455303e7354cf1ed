using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The one thing that is read of every history entry of a schema 1 manifest.</summary>
[WireObject]
internal sealed partial record FsHistorySize
{
    [WireField("size", OmitEmpty = true)]
    public long Size { get; init; }
}
