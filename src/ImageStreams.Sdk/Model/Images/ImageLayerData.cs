using ImageStreams.Internal;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The size and the media type of a layer.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageLayerData")]
public sealed partial record ImageLayerData
{
    /// <summary>The size as stored, in bytes; null when not known.</summary>
    [WireField("size")]
    public long? LayerSize { get; init; }

    /// <summary>The media type.</summary>
    [WireField("mediaType")]
    public string MediaType { get; init; } = "";

    /// <summary>Returns the media type and the size.</summary>
    public override string ToString() => LayerSize is { } size ? $"{MediaType} ({Quantity.FormatBytes(size)})" : MediaType;
}
