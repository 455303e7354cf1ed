namespace ImageStreams.Tests.Registries;

/// <summary>A body whose first part comes when a gate lets it pass.</summary>
internal sealed class GatedStream(byte[] content, Gate gate) : MemoryStream(content, writable: false)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position == 0)
        {
            await gate.PassAsync().ConfigureAwait(false);
        }

        return Read(buffer.Span);
    }
}
