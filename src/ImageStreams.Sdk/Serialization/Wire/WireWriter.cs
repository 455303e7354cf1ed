using System.Buffers;
using System.Buffers.Text;
using System.Text;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>Writes JSON byte for byte as Go's <c>encoding/json</c> does, straight into its destination.</summary>
internal ref partial struct WireWriter
{
    /// <summary>The minimum buffer size, so that not every field needs a new buffer.</summary>
    private const int MinBuffer = 1024;

    /// <summary>
    /// The characters that Go does not escape: ASCII without control characters, quotes, backslashes, <c>&lt;</c>,
    /// <c>&gt;</c> and <c>&amp;</c>.
    /// </summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x60).Select(c => (char)c).Except("\"\\<>&")]);

    private readonly IBufferWriter<byte> _destination;
    private Span<byte> _buffer;
    private int _length;

    /// <summary>The last byte before the buffer.</summary>
    private byte _before;

    /// <summary>The bytes that Go escapes in raw JSON; the last one is the lead byte of U+2028 and U+2029.</summary>
    private static ReadOnlySpan<byte> RawEscaped => [(byte)'<', (byte)'>', (byte)'&', 0xE2];

    public WireWriter(IBufferWriter<byte> destination)
    {
        _destination = destination;
        _buffer = destination.GetSpan(MinBuffer);
    }

    /// <summary>Passes the rest of the output to the destination; without this call the output is incomplete.</summary>
    public void Flush()
    {
        _destination.Advance(_length);
        _buffer = default;
        _length = 0;
    }

    public void StartObject() => Byte('{');

    public void EndObject() => Byte('}');

    /// <summary>Writes a field's name, given with its quotes and colon.</summary>
    public void Name(ReadOnlySpan<byte> quotedWithColon)
    {
        Comma();
        quotedWithColon.CopyTo(Take(quotedWithColon.Length));
    }

    public void Null() => "null"u8.CopyTo(Take(4));

    public void Bool(bool value) => Literal(value ? "true"u8 : "false"u8);

    public void Integer(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer[_length..], out var length);
        _length += length;
    }

    public void NullableInteger(long? value)
    {
        if (value is { } number)
        {
            Integer(number);
            return;
        }

        Null();
    }

    public void NullableText(string? value)
    {
        if (value is not null)
        {
            Text(value);
            return;
        }

        Null();
    }

    /// <summary>Writes a time; the zero time is null.</summary>
    public void Time(Timestamp value)
    {
        if (!value.IsSet)
        {
            Null();
            return;
        }

        Byte('"');
        Reserve(Rfc3339.MaxFormattedLength);
        _length += value.Format(_buffer[_length..]);
        Byte('"');
    }

    /// <summary>Writes bytes as base64; the default value is null.</summary>
    public void Bytes(ValueList<byte> value)
    {
        if (value.IsNull)
        {
            Null();
            return;
        }

        Byte('"');
        Base64.EncodeToUtf8(value.AsSpan(), Take(Base64.GetMaxEncodedToUtf8Length(value.Count)), out _, out _);
        Byte('"');
    }

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
        unit.TryFormat(Take(4), out _, "x4", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a comma, unless this is the first member or item.</summary>
    private void Comma()
    {
        var last = _length > 0 ? _buffer[_length - 1] : _before;
        if (last is not ((byte)'{' or (byte)'['))
        {
            Byte(',');
        }
    }

    private void Byte(char value)
    {
        Reserve(1);
        _buffer[_length++] = (byte)value;
    }

    private void Literal(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        Reserve(count);
        var taken = _buffer.Slice(_length, count);
        _length += count;
        return taken;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            NextBuffer(count);
        }
    }

    private void NextBuffer(int count)
    {
        _before = _length > 0 ? _buffer[_length - 1] : _before;
        Flush();
        _buffer = _destination.GetSpan(Math.Max(count, MinBuffer));
    }
}
