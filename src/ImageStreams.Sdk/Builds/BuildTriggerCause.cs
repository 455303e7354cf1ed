using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>One cause of a build.</summary>
[WireObject]
public sealed partial record BuildTriggerCause
{
    /// <summary>The message of a build that an image change starts.</summary>
    public const string ImageChangeMessage = "Image change";

    /// <summary>The human-readable message.</summary>
    [WireField("message", OmitEmpty = true)]
    public string? Message { get; init; }

    /// <summary>The image, if its change started the build.</summary>
    [WireField("imageChangeBuild", OmitEmpty = true)]
    public ImageChangeCause? ImageChangeBuild { get; init; }

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message ?? "";
}
