using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>A signature inside a schema 1 manifest; only the header that it protects is read.</summary>
[WireObject]
internal sealed partial record ManifestSignature
{
    /// <summary>A <see cref="SignatureHeader"/> in base64url.</summary>
    [WireField("protected")]
    public string Protected { get; init; } = "";
}
