using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The custom strategy: builds with an image that implements the build.</summary>
[WireObject]
public sealed partial record CustomBuildStrategy
{
    /// <summary>The builder image.</summary>
    [WireField("from")]
    public ObjectReference From { get; init; } = ObjectReference.Default;

    /// <summary>Returns the strategy and its image.</summary>
    public override string ToString() => $"Custom from {From}";

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The kind of the image, <c>ImageStreamTag</c>; a stream becomes its tag <c>latest</c>.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public CustomBuildStrategy WithDefaults()
    {
        var from = BuildReferences.Complete(From);
        return ReferenceEquals(from, From) ? this : this with { From = from };
    }
}
