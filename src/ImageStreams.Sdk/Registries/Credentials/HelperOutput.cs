using System.Buffers;

namespace ImageStreams.Registries;

/// <summary>Reads the output of a helper until it ends, or until the helper has exited: a process that the helper left behind may
/// keep the output open for ever.</summary>
internal sealed class HelperOutput(Stream stream, int maxBytes)
{
    private const int MaxChunk = 16 << 10;
    private static readonly TimeSpan LastChunk = TimeSpan.FromMilliseconds(200);   // what was written before the exit is there

    /// <summary>Reads the output; <see langword="null"/> when it is longer than the limit.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(Task exited, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();
        var buffer = new byte[Math.Min(maxBytes, MaxChunk)];
        while (await ReadChunkAsync(buffer, exited, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (content.WrittenCount + read > maxBytes)
            {
                return null;
            }

            content.Write(buffer.AsSpan(0, read));
        }

        return content.WrittenMemory;
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    private async Task<int> ReadChunkAsync(byte[] buffer, Task exited, CancellationToken cancellationToken)
    {
        var reading = stream.ReadAsync(buffer, cancellationToken).AsTask();
        await Task.WhenAny(reading, exited).ConfigureAwait(false);
        if (!reading.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // the operating system moves the bytes, in real time whatever the clock of the caller shows
            var last = Task.Delay(LastChunk, TimeProvider.System, cancellationToken);
            await Task.WhenAny(reading, last).ConfigureAwait(false);
        }

        return reading.IsCompleted ? await reading.ConfigureAwait(false) : 0;
    }
}
