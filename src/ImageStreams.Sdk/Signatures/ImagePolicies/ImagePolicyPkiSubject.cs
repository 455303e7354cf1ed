using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The signer that a certificate names (<c>pkiCertificateSubject</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyPkiSubject
{
    /// <summary>The address of electronic mail; empty for any.</summary>
    [WireField("email", OmitEmpty = true)]
    public string Email { get; init; } = "";

    /// <summary>The name of the host; empty for any.</summary>
    [WireField("hostname", OmitEmpty = true)]
    public string Hostname { get; init; } = "";
}
