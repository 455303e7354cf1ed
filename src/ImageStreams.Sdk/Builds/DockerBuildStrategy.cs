using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The Docker strategy: builds from a Dockerfile.</summary>
[WireObject]
public sealed partial record DockerBuildStrategy
{
    /// <summary>The base image that replaces that of the last <c>FROM</c> in the Dockerfile; null keeps it.</summary>
    [WireField("from", OmitEmpty = true)]
    public ObjectReference? From { get; init; }

    /// <summary>Returns the strategy and its image.</summary>
    public override string ToString() => From is null ? "Docker" : $"Docker from {From}";

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>The kind of the image, <c>ImageStreamTag</c>; a stream becomes its tag <c>latest</c>.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public DockerBuildStrategy WithDefaults()
    {
        var from = From is null ? null : BuildReferences.Complete(From);
        return ReferenceEquals(from, From) ? this : this with { From = from };
    }
}
