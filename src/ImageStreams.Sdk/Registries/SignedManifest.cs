using System.Buffers.Text;

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
    public static ReadOnlyMemory<byte> Payload(ReadOnlyMemory<byte> content, RequestLine line)
    {
        using var document = RegistryJson.Parse(content, line);
        if (!RegistryJson.TryGetArray(document.RootElement, "signatures", out var signatures))
        {
            return content;
        }

        return signatures.GetArrayLength() > 0 && TryDecode(RegistryJson.GetString(signatures[0], "protected"), out var header)
            ? Rebuild(content, header, line)
            : throw RegistryFaults.BadShape(line, Expectation);
    }

    private static ReadOnlyMemory<byte> Rebuild(ReadOnlyMemory<byte> content, byte[] header, RequestLine line)
    {
        using var document = RegistryJson.Parse(header, line);
        var length = RegistryJson.GetInt64(document.RootElement, "formatLength") ?? -1;
        return length >= 0
            && length <= content.Length
            && TryDecode(RegistryJson.GetString(document.RootElement, "formatTail"), out var tail)
                ? (byte[])[.. content.Span[..(int)length], .. tail]
                : throw RegistryFaults.BadShape(line, Expectation);
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = text.Length > 0 && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        return bytes.Length > 0;
    }
}
