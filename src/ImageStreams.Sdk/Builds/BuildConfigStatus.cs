using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>What was built.</summary>
[WireObject]
public sealed partial record BuildConfigStatus
{
    /// <summary>The number of the newest build.</summary>
    [WireField("lastVersion")]
    public long LastVersion { get; init; }

    /// <summary>What image-change triggers last fired for.</summary>
    [WireField("imageChangeTriggers", OmitEmpty = true)]
    public ValueList<ImageChangeTriggerStatus> ImageChangeTriggers { get; init; }
}
