using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>What to build from what, and when.</summary>
[WireObject]
public sealed partial record BuildConfigSpec
{
    /// <summary>What starts a build.</summary>
    [WireField("triggers", OmitEmpty = true)]
    public ValueList<BuildTriggerPolicy> Triggers { get; init; }

    /// <summary>
    /// How builds of this configuration run: <c>Serial</c>, <c>SerialLatestOnly</c> or <c>Parallel</c>.
    /// </summary>
    [WireField("runPolicy", OmitEmpty = true)]
    public string? RunPolicy { get; init; }

    /// <summary>Where the sources come from.</summary>
    [WireField("source")]
    public BuildSource Source { get; init; } = BuildSource.Default;

    /// <summary>How the image is built, and from which base image.</summary>
    [WireField("strategy")]
    public BuildStrategy Strategy { get; init; } = BuildStrategy.Default;

    /// <summary>Where the image goes.</summary>
    [WireField("output")]
    public BuildOutput Output { get; init; } = BuildOutput.Default;
}
