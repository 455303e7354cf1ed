using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>What a build builds, and how.</summary>
[WireObject]
public sealed partial record BuildSpec
{
    /// <summary>Where the sources come from.</summary>
    [WireField("source")]
    public BuildSource Source { get; init; } = BuildSource.Default;

    /// <summary>How the image is built, and from which base image.</summary>
    [WireField("strategy")]
    public BuildStrategy Strategy { get; init; } = BuildStrategy.Default;
}
