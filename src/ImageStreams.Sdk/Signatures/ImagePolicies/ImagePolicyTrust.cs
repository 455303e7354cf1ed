using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The root of trust: who must have signed (<c>rootOfTrust</c>).</summary>
[WireObject]
public sealed partial record ImagePolicyTrust
{
    /// <summary>The kind of trust: <c>PublicKey</c>, <c>FulcioCAWithRekor</c> or <c>PKI</c>.</summary>
    [WireField("policyType")]
    public string PolicyType { get; init; } = "";

    /// <summary>The key; set for <c>PublicKey</c> and only there.</summary>
    [WireField("publicKey", OmitEmpty = true)]
    public ImagePolicyPublicKey? PublicKey { get; init; }

    /// <summary>The authority of keyless signatures; set for <c>FulcioCAWithRekor</c> and only there.</summary>
    [WireField("fulcioCAWithRekor", OmitEmpty = true)]
    public ImagePolicyFulcio? FulcioCaWithRekor { get; init; }

    /// <summary>The own authority; set for <c>PKI</c> and only there.</summary>
    [WireField("pki", OmitEmpty = true)]
    public ImagePolicyPki? Pki { get; init; }
}
