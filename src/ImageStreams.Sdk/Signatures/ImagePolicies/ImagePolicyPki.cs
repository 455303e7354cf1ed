using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The own authority whose certificates sign (<c>pki</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyPki
{
    /// <summary>The root certificates in PEM, and that in base64.</summary>
    [WireField("caRootsData")]
    public string CaRootsData { get; init; } = "";

    /// <summary>The certificates between in PEM, and that in base64; empty for none.</summary>
    [WireField("caIntermediatesData", OmitEmpty = true)]
    public string CaIntermediatesData { get; init; } = "";

    /// <summary>The signer that is trusted.</summary>
    [WireField("pkiCertificateSubject")]
    public ImagePolicyPkiSubject PkiCertificateSubject { get; init; } = ImagePolicyPkiSubject.Default;
}
