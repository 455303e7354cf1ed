using System.Buffers.Text;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>The payload of a signed schema 1 manifest: what was signed, and what its digest is of.</summary>
/// <remarks>
/// The signature block says how much of the text comes before it (<c>formatLength</c>) and what closes the text again
/// (<c>formatTail</c>). Digests leave the signatures out, since every push signs anew. Signatures are not verified.
/// </remarks>
internal static class SignedManifest
{
    private const string Expectation = "the signatures of the schema 1 manifest do not describe its payload";

    /// <exception cref="RegistryException">The signature block makes no sense.</exception>
    public static ReadOnlyMemory<byte> Payload(ReadOnlyMemory<byte> content, RequestLine line) =>
        RegistryJson.Read(content, line, FirstHeader) is { } header ? Rebuild(content, header, line) : content;

    /// <summary>Returns the protected header of the first signature: empty when it has none, <see langword="null"/>
    /// when there are no signatures at all.</summary>
    private static string? FirstHeader(JsonElement manifest) =>
        !RegistryJson.TryGetArray(manifest, "signatures", out var signatures) ? null
        : signatures.GetArrayLength() == 0 ? ""
        : RegistryJson.GetString(signatures[0], "protected");

    private static ReadOnlyMemory<byte> Rebuild(ReadOnlyMemory<byte> content, string header, RequestLine line)
    {
        var (length, tail) = TryDecode(header, out var decoded)
            ? RegistryJson.Read(decoded, line, ReadHeader)
            : (-1, "");
        return length >= 0 && length <= content.Length && TryDecode(tail, out var end)
            ? (byte[])[.. content.Span[..(int)length], .. end]
            : throw RegistryFaults.BadShape(line, Expectation);
    }

    private static (long Length, string Tail) ReadHeader(JsonElement header) =>
        (RegistryJson.GetInt64(header, "formatLength") ?? -1, RegistryJson.GetString(header, "formatTail"));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = text.Length > 0 && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return bytes.Length > 0;
    }
}
