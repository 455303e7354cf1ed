using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The image whose change started a build.</summary>
[WireObject]
public sealed partial record ImageChangeCause
{
    /// <summary>The pull spec of the image.</summary>
    [WireField("imageID", OmitEmpty = true)]
    public string? ImageId { get; init; }

    /// <summary>The tag.</summary>
    [WireField("fromRef", OmitEmpty = true)]
    public ObjectReference? FromRef { get; init; }

    /// <summary>Returns the tag and the image.</summary>
    public override string ToString() => $"{FromRef} to {ImageId}";
}
