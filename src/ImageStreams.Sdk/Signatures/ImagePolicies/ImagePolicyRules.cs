using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>What signatures must fulfill (<c>policy</c> of an <see cref="ImagePolicySpec"/>).</summary>
[WireObject]
public sealed partial record ImagePolicyRules
{
    /// <summary>Who must have signed.</summary>
    [WireField("rootOfTrust")]
    public ImagePolicyTrust RootOfTrust { get; init; } = ImagePolicyTrust.Default;

    /// <summary>The rule for the name in the signature; null for <c>MatchRepoDigestOrExact</c>.</summary>
    [WireField("signedIdentity", OmitEmpty = true)]
    public ImagePolicyIdentity? SignedIdentity { get; init; }
}
