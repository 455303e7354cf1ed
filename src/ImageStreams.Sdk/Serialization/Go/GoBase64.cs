using System.Buffers.Text;

namespace ImageStreams.Serialization;

/// <summary>Base64 as Go's <c>encoding/base64</c> decodes it: padded, standard alphabet, line breaks skipped.</summary>
internal static class GoBase64
{
    /// <summary>Decodes a JSON string, given the text between its quotes.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> raw, bool escaped, out byte[] bytes)
    {
        var text = GoText.Decode(raw, escaped).Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (text.AsSpan().ContainsAny(" \t") || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        Array.Resize(ref bytes, length);
        return true;
    }
}
