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

    /// <summary>The stages of a Dockerfile that the image replaces.</summary>
    [WireField("as", OmitEmpty = true)]
    public ValueList<string> As { get; init; }

    /// <summary>Returns the image.</summary>
    public override string ToString() => From.ToString();
}
