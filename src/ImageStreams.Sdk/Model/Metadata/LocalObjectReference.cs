using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Names an object of the same namespace.</summary>
[WireObject]
public sealed partial record LocalObjectReference
{
    /// <summary>The name.</summary>
    [WireField("name", OmitEmpty = true)]
    public string? Name { get; init; }
}
