using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The conditions of signatures (<c>policy</c> of an <see cref="ImagePolicySpec"/>).</summary>
[WireObject]
public sealed partial record ImagePolicyRules
{
    /// <summary>The signer that is trusted.</summary>
    [WireField("rootOfTrust")]
    public ImagePolicyTrust RootOfTrust { get; init; } = ImagePolicyTrust.Default;

    /// <summary>The rule for the name in the signature; null for <c>MatchRepoDigestOrExact</c>.</summary>
    [WireField("signedIdentity", OmitEmpty = true)]
    public ImagePolicyIdentity? SignedIdentity { get; init; }
}
