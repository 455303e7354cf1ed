using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>The conditions of one signature of an image.</summary>
public sealed record SignatureRequirement
{
    /// <summary>The name of the requirement in texts, such as <c>ClusterImagePolicy vendor</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The keys, each of which may have signed; empty when certificates sign.</summary>
    public ValueList<SignatureKey> Keys { get; init; }

    /// <summary>The rule for the name of the image in the signature; the repository must be the same by default.</summary>
    public SignedIdentity Identity { get; init; } = new SignedIdentity.MatchRepository();

    /// <summary>
    /// The thing that the requirement asks for beyond keys and nothing here checks; null, the default, for nothing. With it the
    /// <see cref="IKeylessSignatureVerifier"/> decides, and without one no signature is checked. For
    /// <see cref="SignatureGap.TransparencyLog"/> one of the keys must have signed first; for
    /// <see cref="SignatureGap.UnusablePolicy"/> nobody is asked.
    /// </summary>
    public SignatureGap? Gap { get; init; }

    /// <summary>The reason of <see cref="Gap"/> as half of a sentence; empty by default.</summary>
    public string GapReason { get; init; } = "";
}
