using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The image that an image-change trigger last fired for.</summary>
[WireObject]
public sealed partial record ImageChangeTriggerStatus
{
    /// <summary>The pull spec that last started a build.</summary>
    [WireField("lastTriggeredImageID", OmitEmpty = true)]
    public string? LastTriggeredImageId { get; init; }

    /// <summary>The tag.</summary>
    [WireField("from")]
    public ImageStreamTagReference From { get; init; } = ImageStreamTagReference.Default;

    /// <summary>The time at which the trigger fired.</summary>
    [WireField("lastTriggerTime")]
    public Timestamp LastTriggerTime { get; init; }

    /// <summary>Returns the tag and the image.</summary>
    public override string ToString() => $"{From} at {LastTriggeredImageId}";
}
