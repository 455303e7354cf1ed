namespace ImageStreams.Signatures;

/// <summary>The things that a signature or a policy asks for and nothing here checks.</summary>
public enum SignatureGap
{
    /// <summary>A certificate signed, as with Fulcio or an own authority.</summary>
    Keyless,

    /// <summary>The policy wants an entry in a transparency log (Rekor).</summary>
    TransparencyLog,

    /// <summary>The key is Ed25519, and there is no <see cref="IEd25519Verifier"/>, or the signature is over a hash.</summary>
    Ed25519,

    /// <summary>A bundle names no repository, and the rule wants one; <see cref="SignedIdentity.AnyName"/> does not.</summary>
    NoIdentity,

    /// <summary>The statement is an attestation, such as the result of a scan or a list of parts; it is no signature of the image.</summary>
    Attestation,

    /// <summary>The policy cannot be read.</summary>
    UnusablePolicy,

    /// <summary>There is more than the limits allow to read, or the time was over.</summary>
    Limit,

    /// <summary>The registry cannot list what refers to the image.</summary>
    Listing,
}
