using System.Buffers;
using System.Globalization;
using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <content>Strings and raw JSON, with Go's escapes.</content>
internal ref partial struct WireWriter
{
    /// <summary>
    /// The characters that Go does not escape: ASCII without control characters, quotes, backslashes, <c>&lt;</c>,
    /// <c>&gt;</c> and <c>&amp;</c>.
    /// </summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x60).Select(c => (char)c).Except("\"\\<>&")]);

    /// <summary>The bytes that Go escapes in raw JSON; the last one is the lead byte of U+2028 and U+2029.</summary>
    private static ReadOnlySpan<byte> RawEscaped => [(byte)'<', (byte)'>', (byte)'&', 0xE2];

    /// <summary>Writes raw JSON with the characters escaped that Go escapes; absent JSON is null.</summary>
    public void Raw(RawJson value)
    {
        if (value.IsAbsent)
        {
            Null();
            return;
        }

        var rest = value.Utf8;
        var next = rest.IndexOfAny(RawEscaped);
        while (next >= 0)
        {
            Literal(rest[..next]);
            rest = rest[next..];
            rest = rest[RawEscape(rest)..];
            next = rest.IndexOfAny(RawEscaped);
        }

        Literal(rest);
    }

    public void Text(string value)
    {
        Byte('"');
        Content(value);
        Byte('"');
    }

    /// <summary>Writes a pull spec from its parts.</summary>
    public void PullSpec(PullSpecText value)
    {
        Byte('"');
        Content(value.Repository);
        if (value.Digest is not null)
        {
            Byte('@');
            Content(value.Digest);
        }

        Byte('"');
    }

    /// <summary>Writes the text between the quotes of a string.</summary>
    private void Content(ReadOnlySpan<char> text)
    {
        var next = text.IndexOfAnyExcept(Plain);
        while (next >= 0)
        {
            Ascii.FromUtf16(text[..next], Take(next), out _);
            text = text[next..];
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            Escape(rune, char.IsSurrogate(text[0]) && length == 1);
            text = text[length..];
            next = text.IndexOfAnyExcept(Plain);
        }

        Ascii.FromUtf16(text, Take(text.Length), out _);
    }

    private void Escape(Rune rune, bool broken)
    {
        switch (rune.Value)
        {
            case '"' or '\\':
                Byte('\\');
                Byte((char)rune.Value);
                break;
            case '\b' or '\f' or '\n' or '\r' or '\t':
                Byte('\\');
                Byte("btn\0fr"[rune.Value - '\b']);
                break;
            case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                Unit(rune.Value);
                break;
            case var _ when broken:
                Unit(Rune.ReplacementChar.Value);
                break;
            default:
                rune.EncodeToUtf8(Take(rune.Utf8SequenceLength));
                break;
        }
    }

    /// <summary>Writes the escape for the first character of raw JSON, and returns its length in bytes.</summary>
    private int RawEscape(ReadOnlySpan<byte> rest)
    {
        if (rest[0] != 0xE2)
        {
            Unit(rest[0]);
            return 1;
        }

        if (rest.Length < 3 || rest[1] != 0x80 || (rest[2] & ~1) != 0xA8)
        {
            Byte((char)0xE2);
            return 1;
        }

        Unit(rest[2] == 0xA8 ? 0x2028 : 0x2029);
        return 3;
    }

    /// <summary>Writes a UTF-16 unit as <c>\uXXXX</c> in lower case.</summary>
    private void Unit(int unit)
    {
        Literal("\\u"u8);
        unit.TryFormat(Take(4), out _, "x4", CultureInfo.InvariantCulture);
    }
}
