namespace ImageStreams.Signatures;

/// <summary>The algorithms of keys that sign images.</summary>
public enum SignatureKeyAlgorithm
{
    /// <summary>ECDSA on the curve P-256.</summary>
    EcdsaP256,

    /// <summary>ECDSA on the curve P-384.</summary>
    EcdsaP384,

    /// <summary>ECDSA on the curve P-521.</summary>
    EcdsaP521,

    /// <summary>RSA with PKCS #1 v1.5, of 2048 to 8192 bits.</summary>
    Rsa,

    /// <summary>Ed25519, which .NET does not have: an <see cref="IEd25519Verifier"/> checks it.</summary>
    Ed25519,
}
