using System.Buffers.Binary;

namespace ImageStreams.Testing.Synthesis;

/// <summary>Wraps bytes in gzip without compressing them (RFC 1951, stored blocks; RFC 1952).</summary>
/// <remarks>A compressor's output changes with its version; digests of synthetic images must not.</remarks>
internal static class StoredGzip
{
    private const int MaxBlock = ushort.MaxValue;
    private const uint Polynomial = 0xEDB88320;
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    public static byte[] Wrap(byte[] content)
    {
        using var output = new MemoryStream();
        output.Write(Header);
        var offset = 0;
        do
        {
            var length = Math.Min(MaxBlock, content.Length - offset);
            WriteBlock(output, content.AsSpan(offset, length), isLast: offset + length == content.Length);
            offset += length;
        }
        while (offset < content.Length);

        WriteTrailer(output, content);
        return output.ToArray();
    }

    private static void WriteBlock(MemoryStream output, ReadOnlySpan<byte> block, bool isLast)
    {
        Span<byte> lengths = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(lengths, (ushort)block.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(lengths[2..], (ushort)~block.Length);
        output.WriteByte(isLast ? (byte)1 : (byte)0);
        output.Write(lengths);
        output.Write(block);
    }

    private static void WriteTrailer(MemoryStream output, ReadOnlySpan<byte> content)
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Checksum(content));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)content.Length);
        output.Write(trailer);
    }

    private static uint Checksum(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}
