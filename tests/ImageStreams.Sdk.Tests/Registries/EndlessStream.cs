namespace ImageStreams.Tests.Registries;

/// <summary>Never ends; or breaks after some bytes.</summary>
internal sealed class EndlessStream(long breaksAfter = long.MaxValue) : Stream
{
    public long Produced { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Produced;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Produced >= breaksAfter)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "broken");
        }

        Produced += count;
        Array.Fill(buffer, (byte)' ', offset, count);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
