using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One layer of an image.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageLayer")]
public sealed partial record ImageLayer
{
    /// <summary>The digest of the layer.</summary>
    [WireField("name")]
    public string Name { get; init; } = "";

    /// <summary>The size as stored, in bytes.</summary>
    [WireField("size")]
    public long LayerSize { get; init; }

    /// <summary>The media type of the layer.</summary>
    [WireField("mediaType")]
    public string MediaType { get; init; } = "";

    /// <summary>Returns the digest and the size.</summary>
    public override string ToString() => $"{Name} ({Quantity.FormatBytes(LayerSize)})";
}
