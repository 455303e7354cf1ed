using System.Globalization;
using System.Text;
using System.Text.Json;
using ImageStreams.References;

namespace ImageStreams.Signatures;

/// <summary>The in-toto statement of an envelope: what it says, and about which digests.</summary>
internal sealed record SignedStatement
{
    /// <summary>The type of an envelope's payload that is a statement.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    private const string SignType = "https://sigstore.dev/cosign/sign/v1";
    private const int MaxSubjects = 64;

    /// <summary>Gets a value indicating whether the statement is a signature, and not an attestation about the image.</summary>
    public required bool IsSignature { get; init; }

    /// <summary>The SHA-256 digests of the subjects, in hexadecimal digits.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>Reads a statement; null with the reason when it is not one.</summary>
    public static SignedStatement? Read(ReadOnlyMemory<byte> json, out string error) => SignatureJson.Read(json, Read, out error);

    /// <summary>Returns the bytes that an envelope signs (DSSE, "Pre-Authentication Encoding").</summary>
    public static byte[] Encode(string type, ReadOnlySpan<byte> payload)
    {
        var typeLength = Encoding.UTF8.GetByteCount(type);
        var start = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {typeLength} {type} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(start), .. payload];
    }

    /// <summary>Determines whether the statement is about an image.</summary>
    public bool IsAbout(Digest digest) => digest.Algorithm == "sha256" && Subjects.Contains(digest.Hex, StringComparer.Ordinal);

    private static SignedStatement Read(JsonElement root)
    {
        if (SignatureJson.GetText(root, "_type") is not ("https://in-toto.io/Statement/v1" or "https://in-toto.io/Statement/v0.1"))
        {
            throw new FormatException("'_type' is not that of an in-toto statement");
        }

        return new SignedStatement
        {
            IsSignature = SignatureJson.GetText(root, "predicateType") == SignType,
            Subjects = ReadSubjects(root),
        };
    }

    private static string[] ReadSubjects(JsonElement root) =>
        root.TryGetProperty("subject", out var list)
        && list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() is > 0 and <= MaxSubjects
            ? [.. list.EnumerateArray().Select(subject => SignatureJson.GetText(SignatureJson.GetObject(subject, "digest"), "sha256"))]
            : throw new FormatException($"'subject' is not a list of 1 to {MaxSubjects}");
}
