using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Decodes and encodes files so that the bytes stay the same.</summary>
internal static class FileEncodings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>Finds the encoding by the byte order mark; UTF-8 without one.</summary>
    public static FileEncoding Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => FileEncoding.Utf8WithMark,
        [0xFF, 0xFE, ..] => FileEncoding.Utf16LittleEndian,
        [0xFE, 0xFF, ..] => FileEncoding.Utf16BigEndian,
        _ => FileEncoding.Utf8,
    };

    /// <summary>Decodes the bytes of a file, without the byte order mark.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are no text in the encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, FileEncoding encoding) =>
        GetEncoding(encoding).GetString(bytes[GetMarkLength(encoding)..]);

    /// <summary>Counts the characters before the first byte that is no text.</summary>
    public static string DecodeStart(ReadOnlySpan<byte> bytes, FileEncoding encoding)
    {
        var content = bytes[GetMarkLength(encoding)..];
        Encoding lenient = encoding switch
        {
            FileEncoding.Utf16LittleEndian => Encoding.Unicode,
            FileEncoding.Utf16BigEndian => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        var text = lenient.GetString(content);
        var end = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    /// <summary>Encodes a text, with its byte order mark.</summary>
    public static byte[] Encode(string text, FileEncoding encoding)
    {
        var used = GetEncoding(encoding);
        var mark = GetMarkLength(encoding);
        var bytes = new byte[mark + used.GetByteCount(text)];
        WriteMark(bytes, encoding);
        used.GetBytes(text, bytes.AsSpan(mark));
        return bytes;
    }

    private static void WriteMark(Span<byte> bytes, FileEncoding encoding)
    {
        ReadOnlySpan<byte> mark = encoding switch
        {
            FileEncoding.Utf8WithMark => [0xEF, 0xBB, 0xBF],
            FileEncoding.Utf16LittleEndian => [0xFF, 0xFE],
            FileEncoding.Utf16BigEndian => [0xFE, 0xFF],
            _ => [],
        };
        mark.CopyTo(bytes);
    }

    private static int GetMarkLength(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf8 => 0,
        FileEncoding.Utf8WithMark => 3,
        _ => 2,
    };

    private static Encoding GetEncoding(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf16LittleEndian => LittleEndian,
        FileEncoding.Utf16BigEndian => BigEndian,
        _ => Utf8,
    };
}
