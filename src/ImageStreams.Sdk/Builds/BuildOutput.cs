using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The output of a build.</summary>
[WireObject]
public sealed partial record BuildOutput
{
    /// <summary>The tag of a stream or the repository that the image is pushed to; null when it is not pushed.</summary>
    [WireField("to", OmitEmpty = true)]
    public ObjectReference? To { get; init; }

    /// <summary>Returns the tag or repository.</summary>
    public override string ToString() => To?.ToString() ?? "";
}
