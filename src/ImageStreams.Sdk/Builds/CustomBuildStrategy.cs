using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>Builds with an image that knows how.</summary>
[WireObject]
public sealed partial record CustomBuildStrategy
{
    /// <summary>The image that builds.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;
}
