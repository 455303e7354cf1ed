using System.Buffers;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Reads streams and readers to their end, and no further than a limit.</summary>
internal static class LimitedReading
{
    private const int BlockSize = 64 * 1024;

    /// <summary>Reads a stream; null when it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>(BlockSize);
        while (bytes.WrittenCount <= maxBytes)
        {
            var read = await stream.ReadAsync(bytes.GetMemory(BlockSize), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return bytes.WrittenSpan.ToArray();
            }

            bytes.Advance(read);
        }

        return null;
    }

    /// <summary>Reads the text of a reader, one character more than the limit at most.</summary>
    public static async Task<string> ReadAsync(TextReader reader, long maxCharacters, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var block = new char[BlockSize];
        var read = 1;
        while (read > 0 && text.Length <= maxCharacters)
        {
            read = await reader.ReadAsync(block, cancellationToken).ConfigureAwait(false);
            text.Append(block, 0, read);
        }

        return text.ToString();
    }

    /// <summary>Reads a file; null when it is longer than the limit.</summary>
    /// <param name="path">The path; it may be a pipe, whose length is not known.</param>
    /// <param name="maxBytes">The limit.</param>
    public static byte[]? Read(string path, long maxBytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > maxBytes)
        {
            return null;
        }

        var bytes = new byte[length];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count < length ? bytes[..count] : Append(stream, bytes, maxBytes);
    }

    /// <summary>Reads what a file has beyond its length, as files of the system without a length do.</summary>
    private static byte[]? Append(FileStream stream, byte[] start, long maxBytes)
    {
        var first = stream.ReadByte();
        if (first < 0)
        {
            return start;
        }

        var bytes = new ArrayBufferWriter<byte>(BlockSize);
        bytes.Write(start);
        bytes.Write([(byte)first]);
        while (bytes.WrittenCount <= maxBytes)
        {
            var read = stream.Read(bytes.GetSpan(BlockSize));
            if (read == 0)
            {
                return bytes.WrittenSpan.ToArray();
            }

            bytes.Advance(read);
        }

        return null;
    }
}
