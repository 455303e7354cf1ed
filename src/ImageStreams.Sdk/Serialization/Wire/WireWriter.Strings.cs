using System.Buffers;
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

    /// <summary>Writes raw JSON with the characters escaped that Go escapes; absent JSON is null.</summary>
    public void Raw(RawJson value)
    {
        if (value.IsAbsent)
        {
            Null();
            return;
        }

        var rest = value.Utf8;
        var next = GoEscapes.Find(rest, out var unit, out var length);
        while (next >= 0)
        {
            Literal(rest[..next]);
            GoEscapes.Write(unit, Take(GoEscapes.Length));
            rest = rest[(next + length)..];
            next = GoEscapes.Find(rest, out unit, out length);
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

    /// <summary>Writes a UTF-16 unit as <c>\uXXXX</c> in lower case.</summary>
    private void Unit(int unit) => GoEscapes.Write((char)unit, Take(GoEscapes.Length));
}
