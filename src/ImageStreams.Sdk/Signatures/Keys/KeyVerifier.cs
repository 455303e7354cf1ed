using System.Security.Cryptography;

namespace ImageStreams.Signatures;

/// <summary>Verifies signatures with public keys through the platform's cryptography.</summary>
/// <remarks>The hash is SHA-256, as cosign has it; bundles may have the hash that belongs to the curve as well.</remarks>
internal sealed class KeyVerifier(IEd25519Verifier? ed25519)
{
    /// <summary>Verifies a signature over a message whose hash is SHA-256.</summary>
    public KeyCheck Verify(SignatureKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        key.Algorithm == SignatureKeyAlgorithm.Ed25519
            ? VerifyEd25519(key, message, signature)
            : VerifyHash(key, SHA256.HashData(message), signature);

    /// <summary>Verifies a signature over a message whose hash is SHA-256 or that of the key's curve.</summary>
    public KeyCheck VerifyBundle(SignatureKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var check = Verify(key, message, signature);
        return check == KeyCheck.Invalid && HashWithCurve(key.Algorithm, message) is { } hash
            ? VerifyHash(key, hash, signature)
            : check;
    }

    /// <summary>Verifies a signature over a hash of SHA-256.</summary>
    public static KeyCheck VerifySha256(SignatureKey key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        key.Algorithm == SignatureKeyAlgorithm.Ed25519 ? KeyCheck.Unsupported : VerifyHash(key, hash, signature);

    private KeyCheck VerifyEd25519(SignatureKey key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (ed25519 is null)
        {
            return KeyCheck.Unsupported;
        }

        return ToCheck(ed25519.Verify(key.RawKey.Span, message, signature));
    }

    private static KeyCheck VerifyHash(SignatureKey key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        try
        {
            return ToCheck(key.Algorithm == SignatureKeyAlgorithm.Rsa
                ? VerifyRsa(key, hash, signature)
                : VerifyEcdsa(key, hash, signature));
        }
        catch (CryptographicException)
        {
            return KeyCheck.Invalid; // a signature that is not one at all
        }
    }

    private static bool VerifyRsa(SignatureKey key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.Spki.Span, out _);
        return hash.Length == SHA256.HashSizeInBytes
            && rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static bool VerifyEcdsa(SignatureKey key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.Spki.Span, out _);
        return ecdsa.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[]? HashWithCurve(SignatureKeyAlgorithm algorithm, ReadOnlySpan<byte> message) => algorithm switch
    {
        SignatureKeyAlgorithm.EcdsaP384 => SHA384.HashData(message),
        SignatureKeyAlgorithm.EcdsaP521 => SHA512.HashData(message),
        _ => null,
    };

    private static KeyCheck ToCheck(bool isValid) => isValid ? KeyCheck.Valid : KeyCheck.Invalid;
}
