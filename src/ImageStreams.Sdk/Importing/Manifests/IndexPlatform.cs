using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>What a manifest of an index is for.</summary>
[WireObject]
internal sealed partial record IndexPlatform
{
    [WireField("architecture")]
    public string Architecture { get; init; } = "";

    [WireField("os")]
    public string Os { get; init; } = "";

    [WireField("variant", OmitEmpty = true)]
    public string? Variant { get; init; }
}
