using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Signatures;

/// <summary>The scopes of a policy, and what the signatures of their images must fulfill.</summary>
[WireObject]
public sealed partial record ImagePolicySpec
{
    /// <summary>
    /// The scopes, up to 256: <c>host[:port][/namespace…][/repository]</c> with an optional tag or digest, or <c>*.host</c> for its
    /// subdomains.
    /// </summary>
    [WireField("scopes", OmitEmpty = true)]
    public ValueList<string> Scopes { get; init; }

    /// <summary>The root of trust, and the rule for names.</summary>
    [WireField("policy")]
    public ImagePolicyRules Policy { get; init; } = ImagePolicyRules.Default;
}
