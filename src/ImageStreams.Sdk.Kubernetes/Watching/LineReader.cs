using System.Buffers;
using System.IO.Pipelines;

namespace ImageStreams.Kubernetes;

/// <summary>Reads lines of bytes from a stream.</summary>
/// <param name="stream">The stream; disposed with the reader.</param>
/// <param name="limit">The size of the longest line, in bytes.</param>
internal sealed class LineReader(Stream stream, int limit) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream);
    private SequencePosition _next;
    private bool _hasLine;

    /// <summary>Reads a line, without its end; null at the end of the stream, where a line without an end is dropped.</summary>
    /// <returns>The line, until the next call.</returns>
    /// <exception cref="Clients.ApiException">The line is longer than the limit.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        Release();
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                return Take(result.Buffer, end);
            }

            if (result.IsCompleted)
            {
                _reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            ThrowIfTooLong(result.Buffer.Length);
            _reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();

    private ReadOnlyMemory<byte> Take(ReadOnlySequence<byte> buffer, SequencePosition end)
    {
        var line = buffer.Slice(0, end);
        ThrowIfTooLong(line.Length);
        (_next, _hasLine) = (buffer.GetPosition(1, end), true);
        return line.IsSingleSegment ? line.First : line.ToArray();
    }

    private void Release()
    {
        if (_hasLine)
        {
            _reader.AdvanceTo(_next);
            _hasLine = false;
        }
    }

    private void ThrowIfTooLong(long length)
    {
        if (length > limit)
        {
            throw ReplyErrors.TooLarge("An event of a watch", limit);
        }
    }
}
