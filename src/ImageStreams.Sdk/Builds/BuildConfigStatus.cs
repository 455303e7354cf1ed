using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The observed state of a build configuration.</summary>
[WireObject]
public sealed partial record BuildConfigStatus
{
    /// <summary>The number of the latest build.</summary>
    [WireField("lastVersion")]
    public long LastVersion { get; init; }

    /// <summary>The images that image-change triggers last fired for.</summary>
    [WireField("imageChangeTriggers", OmitEmpty = true)]
    public ValueList<ImageChangeTriggerStatus> ImageChangeTriggers { get; init; }

    /// <summary>Returns the number of the latest build.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"build {LastVersion}");
}
