using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>Says how to get the signed text back out of a manifest that its signatures were put into.</summary>
[WireObject]
internal sealed partial record SignatureHeader
{
    /// <summary>How many bytes of the manifest, from its beginning, are signed.</summary>
    [WireField("formatLength")]
    public long FormatLength { get; init; }

    /// <summary>What followed them, in base64url.</summary>
    [WireField("formatTail")]
    public string FormatTail { get; init; } = "";
}
