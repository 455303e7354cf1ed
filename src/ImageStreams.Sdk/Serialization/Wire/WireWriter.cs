using System.Buffers;
using System.Buffers.Text;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>Writes JSON byte for byte as Go's <c>encoding/json</c> does, straight into its destination.</summary>
internal ref partial struct WireWriter
{
    /// <summary>The minimum buffer size, so that not every field needs a new buffer.</summary>
    private const int MinBuffer = 1024;

    private readonly IBufferWriter<byte> _destination;
    private Span<byte> _buffer;
    private int _length;

    /// <summary>The last byte before the buffer.</summary>
    private byte _before;

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
