namespace ImageStreams.Signatures;

/// <summary>The reasons why a key is not accepted.</summary>
public enum SignatureKeyFailure
{
    /// <summary>The text is longer than 16 KiB.</summary>
    TooLong,

    /// <summary>The text is not one PEM block <c>PUBLIC KEY</c>.</summary>
    NotPublicKeyPem,

    /// <summary>The block is not a public key (SubjectPublicKeyInfo), or has bytes after it.</summary>
    Malformed,

    /// <summary>The algorithm is not one of <see cref="SignatureKeyAlgorithm"/>, or the curve is another one.</summary>
    UnknownAlgorithm,

    /// <summary>An RSA key has fewer than 2048 bits.</summary>
    TooWeak,

    /// <summary>An RSA key has more than 8192 bits.</summary>
    TooLarge,
}
