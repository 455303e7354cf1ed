using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>A manifest that an index points at.</summary>
[WireObject]
internal sealed partial record IndexEntry
{
    [WireField("mediaType", OmitEmpty = true)]
    public string MediaType { get; init; } = "";

    [WireField("digest", OmitEmpty = true)]
    public string Digest { get; init; } = "";

    [WireField("size", OmitEmpty = true)]
    public long Size { get; init; }

    [WireField("platform", OmitEmpty = true)]
    public IndexPlatform Platform { get; init; } = IndexPlatform.Default;

    public ImageManifest ToImageManifest() => new()
    {
        Digest = Digest,
        MediaType = MediaType,
        ManifestSize = Size,
        Architecture = Platform.Architecture,
        Os = Platform.Os,
        Variant = Platform.Variant,
    };
}
