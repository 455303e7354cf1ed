using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The signer of keyless signatures (<c>fulcioSubject</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyFulcioSubject
{
    /// <summary>The address of whoever confirmed the signer.</summary>
    [WireField("oidcIssuer")]
    public string OidcIssuer { get; init; } = "";

    /// <summary>The address of electronic mail of the signer.</summary>
    [WireField("signedEmail")]
    public string SignedEmail { get; init; } = "";
}
