using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>An image-change trigger, which starts a build when a tag moves to another image.</summary>
[WireObject]
public sealed partial record ImageChangeTrigger
{
    /// <summary>
    /// The pull spec that last started a build. Deprecated: <see cref="BuildConfigStatus.ImageChangeTriggers"/> replaces it.
    /// </summary>
    [WireField("lastTriggeredImageID", OmitEmpty = true)]
    public string? LastTriggeredImageId { get; init; }

    /// <summary>The tag; null means the base image of the strategy.</summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>Gets a value indicating whether the trigger is paused.</summary>
    [WireField("paused", OmitEmpty = true)]
    public bool Paused { get; init; }

    /// <summary>Returns the tag; empty for the base image of the strategy.</summary>
    public override string ToString() => From?.ToString() ?? "";
}
