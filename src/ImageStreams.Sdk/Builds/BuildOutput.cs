using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Where the image of a build goes.</summary>
[WireObject]
public sealed partial record BuildOutput
{
    /// <summary>A tag of a stream, or a place in a registry; null when the image is not pushed.</summary>
    [WireField("to", OmitEmpty = true)]
    public ObjectReference? To { get; init; }
}
