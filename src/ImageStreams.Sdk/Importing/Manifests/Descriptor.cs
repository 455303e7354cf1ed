using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>Points at content in a registry: what it is, how long, and by which digest it is asked for.</summary>
[WireObject]
public sealed partial record Descriptor
{
    /// <summary>The media type of the content.</summary>
    [WireField("mediaType", OmitEmpty = true)]
    public string MediaType { get; init; } = "";

    /// <summary>The length of the content, in bytes.</summary>
    [WireField("size", OmitEmpty = true)]
    public long Size { get; init; }

    /// <summary>The digest as the manifest writes it; it is not checked.</summary>
    [WireField("digest", OmitEmpty = true)]
    public string Digest { get; init; } = "";
}
