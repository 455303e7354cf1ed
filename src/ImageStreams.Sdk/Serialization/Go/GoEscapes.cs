using System.Globalization;

namespace ImageStreams.Serialization;

/// <summary>
/// The characters that Go escapes in JSON that it writes again: <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>, U+2028, U+2029.
/// </summary>
internal static class GoEscapes
{
    /// <summary>The number of bytes of an escape.</summary>
    public const int Length = 6;

    /// <summary>The bytes that may need an escape; the last one is the lead byte of U+2028 and U+2029.</summary>
    private static ReadOnlySpan<byte> Candidates => [(byte)'<', (byte)'>', (byte)'&', 0xE2];

    /// <summary>Finds the first character to escape.</summary>
    /// <param name="json">JSON text.</param>
    /// <param name="unit">The character.</param>
    /// <param name="length">Its length in the text, in bytes.</param>
    /// <returns>Its offset; -1 when there is none.</returns>
    public static int Find(ReadOnlySpan<byte> json, out char unit, out int length)
    {
        var at = json.IndexOfAny(Candidates);
        while (at >= 0)
        {
            length = GetLength(json[at..], out unit);
            if (length > 0)
            {
                return at;
            }

            var next = json[(at + 1)..].IndexOfAny(Candidates);
            at = next < 0 ? -1 : at + 1 + next;
        }

        (unit, length) = ('\0', 0);
        return -1;
    }

    /// <summary>Writes the escape of a character, in lower case.</summary>
    public static void Write(char unit, Span<byte> destination)
    {
        "\\u"u8.CopyTo(destination);
        ((int)unit).TryFormat(destination[2..], out _, "x4", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the text with its escapes; the same bytes when there is nothing to escape.</summary>
    public static ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> json)
    {
        var next = Find(json, out var unit, out var length);
        if (next < 0)
        {
            return json;
        }

        var escaped = new List<byte>(json.Length + Length);
        Span<byte> escape = stackalloc byte[Length];
        while (next >= 0)
        {
            escaped.AddRange(json[..next]);
            Write(unit, escape);
            escaped.AddRange(escape);
            json = json[(next + length)..];
            next = Find(json, out unit, out length);
        }

        escaped.AddRange(json);
        return escaped.ToArray();
    }

    /// <summary>Gets the length of a character to escape; 0 when it is another one.</summary>
    private static int GetLength(ReadOnlySpan<byte> json, out char unit)
    {
        unit = (char)json[0];
        if (json[0] != 0xE2)
        {
            return 1;
        }

        if (json.Length < 3 || json[1] != 0x80 || (json[2] & ~1) != 0xA8)
        {
            return 0;
        }

        unit = json[2] == 0xA8 ? '\u2028' : '\u2029';
        return 3;
    }
}
