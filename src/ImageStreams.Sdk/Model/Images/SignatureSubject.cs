using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The subject of the certificate or key of a signature.</summary>
[WireObject(Definition = DefinitionNames.Image + "SignatureSubject")]
public sealed partial record SignatureSubject
{
    /// <summary>The organization.</summary>
    [WireField("organization", OmitEmpty = true)]
    public string? Organization { get; init; }

    /// <summary>The common name.</summary>
    [WireField("commonName", OmitEmpty = true)]
    public string? CommonName { get; init; }

    /// <summary>The id of the public key that verifies the signature.</summary>
    [WireField("publicKeyID")]
    public string PublicKeyId { get; init; } = "";

    /// <summary>Returns the common name, or the organization.</summary>
    public override string ToString() => string.IsNullOrEmpty(CommonName) ? Organization ?? "" : CommonName;
}
