using System.Buffers;

namespace ImageStreams.Registries;

/// <summary>Reads streams of unknown length.</summary>
internal static class CappedReader
{
    /// <summary>Reads a stream to its end; <see langword="null"/> when it is longer than a limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();
        var buffer = new byte[Math.Min(maxBytes, 16 << 10)];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (content.WrittenCount + read > maxBytes)
            {
                return null;
            }

            content.Write(buffer.AsSpan(0, read));
        }

        return content.WrittenMemory;
    }
}
