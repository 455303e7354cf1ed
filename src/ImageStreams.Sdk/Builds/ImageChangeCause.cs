using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The image whose change starts a build.</summary>
[WireObject]
public sealed partial record ImageChangeCause
{
    /// <summary>The pull spec that the tag led to.</summary>
    [WireField("imageID", OmitEmpty = true)]
    public string? ImageId { get; init; }

    /// <summary>The tag.</summary>
    [WireField("fromRef", OmitEmpty = true)]
    public ObjectReference? FromRef { get; init; }
}
