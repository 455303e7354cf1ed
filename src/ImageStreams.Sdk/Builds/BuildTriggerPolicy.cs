using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Something that starts builds.</summary>
[WireObject]
public sealed partial record BuildTriggerPolicy
{
    /// <summary>The type of a trigger on a change of an image.</summary>
    public const string ImageChangeType = "ImageChange";

    /// <summary>The type of a trigger on the creation of the build configuration.</summary>
    public const string ConfigChangeType = "ConfigChange";

    /// <summary>What it is: <c>ImageChange</c>, <c>ConfigChange</c>, <c>GitHub</c>, ...</summary>
    [WireField("type")]
    public string Type { get; init; } = "";

    /// <summary>For a change of an image.</summary>
    [WireField("imageChange", OmitEmpty = true)]
    public ImageChangeTrigger? ImageChange { get; init; }
}
