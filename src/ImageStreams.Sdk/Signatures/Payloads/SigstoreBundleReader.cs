using System.Text.Json;

namespace ImageStreams.Signatures;

/// <summary>Reads sigstore bundles of version 0.3.</summary>
internal static class SigstoreBundleReader
{
    private const int MaxSignatures = 8;

    /// <summary>Reads a bundle; null with the reason when it is not one.</summary>
    public static SigstoreBundle? Read(ReadOnlyMemory<byte> json, out string error) => SignatureJson.Read(json, Read, out error);

    private static SigstoreBundle Read(JsonElement root)
    {
        if (SignatureJson.GetText(root, "mediaType") != SigstoreBundle.MediaType)
        {
            throw new FormatException($"'mediaType' is not {SigstoreBundle.MediaType}");
        }

        var material = SignatureJson.GetObject(root, "verificationMaterial");
        var isByKey = material.TryGetProperty("publicKey", out var key) && key.ValueKind == JsonValueKind.Object;
        var isByCertificate = material.TryGetProperty("certificate", out _) || material.TryGetProperty("x509CertificateChain", out _);
        var isEnvelope = root.TryGetProperty("dsseEnvelope", out _);
        if (isByKey == isByCertificate || isEnvelope == root.TryGetProperty("messageSignature", out _))
        {
            throw new FormatException("a bundle has one key or certificate, and one envelope or message signature");
        }

        return isEnvelope
            ? ReadEnvelope(SignatureJson.GetObject(root, "dsseEnvelope"), isByKey)
            : ReadMessage(SignatureJson.GetObject(root, "messageSignature"), isByKey);
    }

    private static SigstoreBundle ReadEnvelope(JsonElement envelope, bool isByKey) => new()
    {
        HasPublicKey = isByKey,
        IsEnvelope = true,
        PayloadType = SignatureJson.GetText(envelope, "payloadType"),
        Content = SignatureJson.GetBytes(envelope, "payload"),
        Signatures = ReadSignatures(envelope),
    };

    private static byte[][] ReadSignatures(JsonElement envelope) =>
        envelope.TryGetProperty("signatures", out var list)
        && list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() is > 0 and <= MaxSignatures
            ? [.. list.EnumerateArray().Select(entry => SignatureJson.GetBytes(entry, "sig"))]
            : throw new FormatException($"'signatures' is not a list of 1 to {MaxSignatures}");

    private static SigstoreBundle ReadMessage(JsonElement message, bool isByKey)
    {
        var digest = SignatureJson.GetObject(message, "messageDigest");
        return SignatureJson.GetText(digest, "algorithm") == "SHA2_256"
            ? new SigstoreBundle
            {
                HasPublicKey = isByKey,
                IsEnvelope = false,
                Content = SignatureJson.GetBytes(digest, "digest"),
                Signatures = [SignatureJson.GetBytes(message, "signature")],
            }
            : throw new FormatException("'messageDigest.algorithm' is not SHA2_256");
    }
}
