using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>An image that a build copies files from.</summary>
[WireObject]
public sealed partial record ImageSource
{
    /// <summary>The image.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>Stages of a Dockerfile that the image stands for.</summary>
    [WireField("as", OmitEmpty = true)]
    public ValueList<string> As { get; init; }
}
