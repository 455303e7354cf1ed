using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Builds from sources with a builder image (S2I).</summary>
[WireObject]
public sealed partial record SourceBuildStrategy
{
    /// <summary>The builder image.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;
}
