using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>Who issued the certificate or key that a signature was made with.</summary>
[WireObject]
public sealed partial record SignatureIssuer
{
    /// <summary>The organization.</summary>
    [WireField("organization", OmitEmpty = true)]
    public string? Organization { get; init; }

    /// <summary>The common name.</summary>
    [WireField("commonName", OmitEmpty = true)]
    public string? CommonName { get; init; }
}
