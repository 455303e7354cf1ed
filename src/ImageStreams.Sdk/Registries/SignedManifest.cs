using System.Buffers.Text;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>The payload of a signed schema 1 manifest: what was signed, and what its digest is of.</summary>
/// <remarks>
/// <para>
/// The signature block says how much of the text comes before it (<c>formatLength</c>) and what closes the text again
/// (<c>formatTail</c>). Digests leave the signatures out, since every push signs anew. Signatures are not verified.
/// </para>
/// <para>
/// Nothing but the signatures may be left out. Otherwise a registry could show one manifest beside the payload of another,
/// and pass the check with the digest of that one.
/// </para>
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
        return length >= 0
            && length <= content.Length
            && TryDecode(tail, out var end)
            && HasNoHiddenMembers(content.Span[(int)length..], end)
            ? (byte[])[.. content.Span[..(int)length], .. end]
            : throw RegistryClientErrors.BadShape(line, Expectation);
    }

    /// <summary>Whether a payload ends as <c>}</c> where its manifest goes on as <c>,"signatures":[…]}</c>.</summary>
    public static bool HasNoHiddenMembers(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> tail)
    {
        rest = Trim(rest);
        return rest.StartsWith(","u8) && HoldsOnlySignatures(rest[1..]) && Trim(tail).SequenceEqual("}"u8);
    }

    private static bool HoldsOnlySignatures(ReadOnlySpan<byte> rest)
    {

        byte[] members = [(byte)'{', .. rest];
        try
        {
            using var document = JsonDocument.Parse(members, RegistryJson.DocumentOptions);
            return document.RootElement.EnumerateObject().All(member => member.NameEquals("signatures"u8));
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> json) => json.Trim(" \t\r\n"u8);

    private static (long Length, string Tail) ReadHeader(JsonElement header) =>
        (RegistryJson.GetInt64(header, "formatLength") ?? -1, RegistryJson.GetString(header, "formatTail"));

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = text.Length > 0 && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return bytes.Length > 0;
    }
}
