using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Why a build is started.</summary>
[WireObject]
public sealed partial record BuildTriggerCause
{
    /// <summary>The message of a build that an image change started.</summary>
    public const string ImageChangeMessage = "Image change";

    /// <summary>Why, for a person.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The image, when a change of it is why.</summary>
    [WireField("imageChangeBuild", OmitEmpty = true)]
    public ImageChangeCause? ImageChangeBuild { get; init; }
}
