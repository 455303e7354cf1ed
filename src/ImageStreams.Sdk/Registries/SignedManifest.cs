using System.Buffers.Text;
using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Reads the signed payload of a schema 1 manifest, from which its digest is computed.</summary>
/// <remarks>
/// <para>The signature block has the length of the payload's start in the manifest (<c>formatLength</c>) and the text
/// that closes it again (<c>formatTail</c>). Digests exclude the signatures, because every push creates new ones.
/// Signatures are not verified.</para>
/// <para>Only the signatures may be excluded. Otherwise a registry could present one manifest with the payload,
/// and so the digest, of another.</para>
/// </remarks>
internal static class SignedManifest
{
    private const string Expectation = "the signatures of the schema 1 manifest do not describe its payload";

    /// <exception cref="RegistryException">The signature block does not describe the payload.</exception>
    public static ReadOnlyMemory<byte> Payload(ReadOnlyMemory<byte> content, RequestLine line) =>
        RegistryJson.Read(content, line, FirstHeader) is { } header ? Rebuild(content, header, line) : content;

    /// <summary>Returns the protected header of the first signature: empty when it has none, <see langword="null"/> when
    /// there are no signatures.</summary>
    private static string? FirstHeader(JsonElement manifest)
    {
        if (!RegistryJson.TryGetArray(manifest, "signatures", out var signatures))
        {
            return null;
        }

        return signatures.GetArrayLength() == 0 ? "" : RegistryJson.GetString(signatures[0], "protected");
    }

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

    /// <summary>Determines whether a payload ends with <c>}</c> where its manifest continues with
    /// <c>,"signatures":[…]}</c>.</summary>
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
