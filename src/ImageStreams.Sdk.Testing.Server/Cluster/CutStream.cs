namespace ImageStreams.Testing.Server;

/// <summary>The body of an answer that is cut off after some lines.</summary>
/// <param name="inner">The body.</param>
/// <param name="lines">The number of lines before the cut.</param>
/// <param name="abort">Cuts the connection off.</param>
internal sealed class CutStream(Stream inner, int lines, Action abort) : Stream
{
    private int _left = lines;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var length = 0;
        while (_left > 0 && length < buffer.Length)
        {
            var end = buffer.Span[length..].IndexOf((byte)'\n');
            length = end < 0 ? buffer.Length : length + end + 1;
            _left -= end < 0 ? 0 : 1;
        }

        await inner.WriteAsync(buffer[..length], cancellationToken).ConfigureAwait(false);
        if (_left == 0)
        {
            await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            abort();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
