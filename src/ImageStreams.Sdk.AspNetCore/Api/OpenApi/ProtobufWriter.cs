using System.Buffers;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the fields of protobuf messages.</summary>
internal sealed class ProtobufWriter
{
    private const int LengthDelimited = 2;

    private readonly ArrayBufferWriter<byte> _output = new();

    /// <summary>Writes a text; an empty one is left out.</summary>
    public ProtobufWriter Text(int field, string? text) =>
        string.IsNullOrEmpty(text) ? this : Bytes(field, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a message, also an empty one.</summary>
    public ProtobufWriter Message(int field, ProtobufWriter message) => Bytes(field, message._output.WrittenSpan);

    /// <summary>Writes true; false is left out.</summary>
    public ProtobufWriter Flag(int field, bool value)
    {
        if (value)
        {
            WriteNumber((uint)(field << 3));
            WriteNumber(1);
        }

        return this;
    }

    public byte[] ToArray() => _output.WrittenSpan.ToArray();

    private ProtobufWriter Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        WriteNumber((uint)((field << 3) | LengthDelimited));
        WriteNumber((uint)bytes.Length);
        _output.Write(bytes);
        return this;
    }

    private void WriteNumber(uint value)
    {
        while (value > 0x7F)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    private void WriteByte(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }
}
