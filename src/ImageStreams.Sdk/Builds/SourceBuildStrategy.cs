using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The source strategy: builds from source with a builder image (S2I).</summary>
[WireObject]
public sealed partial record SourceBuildStrategy
{
    /// <summary>The builder image.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>Returns the strategy and its image.</summary>
    public override string ToString() => $"Source from {From}";

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The kind of the image, <c>ImageStreamTag</c>; a stream becomes its tag <c>latest</c>.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public SourceBuildStrategy WithDefaults()
    {
        var from = BuildReferences.Complete(From);
        return ReferenceEquals(from, From) ? this : this with { From = from };
    }
}
