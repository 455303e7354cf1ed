using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The source and the strategy of a build.</summary>
[WireObject]
public sealed partial record BuildSpec
{
    /// <summary>The source of the build.</summary>
    [WireField("source")]
    public BuildSource Source { get; init; } = BuildSource.Default;

    /// <summary>The build strategy, with the base image.</summary>
    [WireField("strategy")]
    public BuildStrategy Strategy { get; init; } = BuildStrategy.Default;

    /// <summary>Returns the strategy.</summary>
    public override string ToString() => Strategy.ToString();
}
