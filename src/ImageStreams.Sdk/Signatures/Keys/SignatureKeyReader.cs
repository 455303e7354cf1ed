using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImageStreams.Signatures;

/// <summary>Reads public keys strictly: one PEM block, known algorithms and named curves only.</summary>
internal static class SignatureKeyReader
{
    private const int MaxLength = 16 * 1024;
    private const int MinRsaBits = 2048;
    private const int MaxRsaBits = 8192;
    private const int Ed25519Length = 32;

    public static SignatureKeyReading Read(string pem)
    {
        if (pem.Length > MaxLength)
        {
            return Refuse(SignatureKeyFailure.TooLong, "The key is longer than 16 KiB.");
        }

        return DecodePem(pem.AsSpan().Trim()) is { } spki
            ? ReadSpki(spki)
            : Refuse(SignatureKeyFailure.NotPublicKeyPem, "The key is not one PEM block 'PUBLIC KEY', as cosign.pub has it.");
    }

    private static byte[]? DecodePem(ReadOnlySpan<char> pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields)
            || !pem[fields.Label].SequenceEqual("PUBLIC KEY")
            || fields.Location.GetOffsetAndLength(pem.Length) != (0, pem.Length))
        {
            return null;
        }

        var spki = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(pem[fields.Base64Data], spki, out var length) && length == spki.Length ? spki : null;
    }

    private static SignatureKeyReading ReadSpki(byte[] spki)
    {
        try
        {
            var key = PublicKey.CreateFromSubjectPublicKeyInfo(spki, out var read);
            return read == spki.Length
                ? ReadKey(spki, key)
                : Refuse(SignatureKeyFailure.Malformed, "The key has bytes after its end.");
        }
        catch (CryptographicException e)
        {
            return Refuse(SignatureKeyFailure.Malformed, $"The PEM block is not a public key: {e.Message}");
        }
    }

    private static SignatureKeyReading ReadKey(byte[] spki, PublicKey key) => key.Oid.Value switch
    {
        "1.2.840.10045.2.1" => ReadEcdsa(spki),
        "1.2.840.113549.1.1.1" => ReadRsa(spki),
        "1.3.101.112" => ReadEd25519(spki, key),
        var oid => Refuse(SignatureKeyFailure.UnknownAlgorithm, $"The key has the algorithm {oid}; ECDSA, RSA and Ed25519 are known."),
    };

    private static SignatureKeyReading ReadEcdsa(byte[] spki)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(spki, out _);
        var curve = ecdsa.ExportParameters(includePrivateParameters: false).Curve;
        SignatureKeyAlgorithm? algorithm = (curve.IsNamed ? curve.Oid.Value : "") switch
        {
            "1.2.840.10045.3.1.7" => SignatureKeyAlgorithm.EcdsaP256,
            "1.3.132.0.34" => SignatureKeyAlgorithm.EcdsaP384,
            "1.3.132.0.35" => SignatureKeyAlgorithm.EcdsaP521,
            _ => null,
        };
        return algorithm is { } known
            ? Find(known, spki, ReadOnlyMemory<byte>.Empty)
            : Refuse(SignatureKeyFailure.UnknownAlgorithm, "The curve of the key is not P-256, P-384 or P-521.");
    }

    private static SignatureKeyReading ReadRsa(byte[] spki)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(spki, out _);
        return rsa.KeySize switch
        {
            < MinRsaBits => Refuse(SignatureKeyFailure.TooWeak, $"The RSA key has {rsa.KeySize} bits; at least {MinRsaBits} are needed."),
            > MaxRsaBits => Refuse(SignatureKeyFailure.TooLarge, $"The RSA key has {rsa.KeySize} bits; at most {MaxRsaBits} are read."),
            _ => Find(SignatureKeyAlgorithm.Rsa, spki, ReadOnlyMemory<byte>.Empty),
        };
    }

    private static SignatureKeyReading ReadEd25519(byte[] spki, PublicKey key) =>
        key.EncodedKeyValue.RawData is { Length: Ed25519Length } raw
            ? Find(SignatureKeyAlgorithm.Ed25519, spki, raw)
            : Refuse(SignatureKeyFailure.Malformed, "The Ed25519 key does not have 32 bytes.");

    private static SignatureKeyReading.Found Find(
        SignatureKeyAlgorithm algorithm, byte[] spki, ReadOnlyMemory<byte> rawKey) =>
        new() { Key = new SignatureKey(algorithm, spki, rawKey) };

    private static SignatureKeyReading.Refused Refuse(SignatureKeyFailure failure, string message) =>
        new() { Failure = failure, Message = message };
}
