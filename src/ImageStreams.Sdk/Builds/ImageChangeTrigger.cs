using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Starts a build when a tag comes to point to another image.</summary>
[WireObject]
public sealed partial record ImageChangeTrigger
{
    /// <summary>
    /// The pull spec that last started a build. Old: <see cref="BuildConfigStatus.ImageChangeTriggers"/> keeps it now.
    /// </summary>
    [WireField("lastTriggeredImageID", OmitEmpty = true)]
    public string? LastTriggeredImageId { get; init; }

    /// <summary>The tag; null means the base image of the strategy.</summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>Whether the trigger is held back.</summary>
    [WireField("paused", OmitEmpty = true)]
    public bool Paused { get; init; }
}
