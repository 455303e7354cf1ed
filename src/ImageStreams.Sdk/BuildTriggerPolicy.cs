using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Something that starts builds.</summary>
[WireObject]
public sealed partial record BuildTriggerPolicy
{
    /// <summary>What it is: <c>ImageChange</c>, <c>ConfigChange</c>, <c>GitHub</c>, ...</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>For a change of an image.</summary>
    [WireField("imageChange", OmitEmpty = true)]
    public ImageChangeTrigger? ImageChange { get; init; }
}
