using System.Text.Json;
using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>The signed statement of cosign: the digest of an image, and the name that its signer gave it.</summary>
internal sealed record SimpleSigningPayload
{
    private const string SignatureType = "cosign container image signature";

    /// <summary>The digest of the signed manifest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The name of the image, usually without a tag.</summary>
    public required string Reference { get; init; }

    /// <summary>Reads a payload; null with the reason when it is not exactly one.</summary>
    public static SimpleSigningPayload? Read(ReadOnlyMemory<byte> json, out string error) => SignatureJson.Read(json, Read, out error);

    private static SimpleSigningPayload Read(JsonElement root)
    {
        SignatureJson.RequireExactly(root, "the payload", "critical", "optional");
        RequireOptional(root.GetProperty("optional"));
        var critical = root.GetProperty("critical");
        SignatureJson.RequireExactly(critical, "'critical'", "type", "image", "identity");
        var image = critical.GetProperty("image");
        var identity = critical.GetProperty("identity");
        SignatureJson.RequireExactly(image, "'critical.image'", "docker-manifest-digest");
        SignatureJson.RequireExactly(identity, "'critical.identity'", "docker-reference");
        return SignatureJson.GetText(critical, "type") == SignatureType
            ? Create(SignatureJson.GetText(image, "docker-manifest-digest"), SignatureJson.GetText(identity, "docker-reference"))
            : throw new FormatException($"'critical.type' is not '{SignatureType}'");
    }

    private static SimpleSigningPayload Create(string digest, string reference) => Digest.TryParse(digest, out var parsed)
        ? new SimpleSigningPayload { Digest = parsed, Reference = reference }
        : throw new FormatException("'critical.image.docker-manifest-digest' is not a digest");

    private static void RequireOptional(JsonElement optional)
    {
        if (optional.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object))
        {
            throw new FormatException("'optional' is neither an object nor null");
        }
    }
}
