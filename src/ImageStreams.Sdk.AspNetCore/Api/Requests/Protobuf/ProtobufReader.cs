using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the fields of one protobuf message.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int MaxVarintBits = 64;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>The content of the current field if it has a length; otherwise empty.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>The number in the current field if it is one; otherwise 0.</summary>
    public long Number { get; private set; }

    /// <summary>The content as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Content);

    /// <summary>Goes on to the next field; false at the end.</summary>
    /// <exception cref="FormatException">The message ends within a field, or is no protobuf.</exception>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        Field = (int)(tag >> 3);
        Number = 0;
        Content = (tag & 7) switch
        {
            0 => ReadNumber(),
            1 => Take(8),
            2 => Take(ReadVarint()),
            5 => Take(4),
            _ => throw new FormatException("The message is no protobuf."),
        };
        return true;
    }

    private ReadOnlySpan<byte> ReadNumber()
    {
        Number = (long)ReadVarint();
        return [];
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw new FormatException("The message ends within a field.");
        }

        var content = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return content;
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < MaxVarintBits && !_rest.IsEmpty; shift += 7)
        {
            var part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("The message ends within a number.");
    }
}
