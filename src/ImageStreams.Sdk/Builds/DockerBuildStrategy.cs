using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Builds from a Dockerfile.</summary>
[WireObject]
public sealed partial record DockerBuildStrategy
{
    /// <summary>The image that replaces the one of the Dockerfile's last <c>FROM</c>; null leaves it.</summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }
}
