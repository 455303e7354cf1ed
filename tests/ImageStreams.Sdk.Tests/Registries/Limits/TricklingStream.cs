using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Gives some bytes with each read, after which some time has passed.</summary>
internal sealed class TricklingStream(FakeTimeProvider time, int bytes, TimeSpan wait) : MemoryStream
{
    private long _given;

    public new long Length { get; init; } = long.MaxValue;

    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var left = wait;
        while (left > TimeSpan.Zero)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            left -= TimeSpan.FromSeconds(1);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var read = (int)Math.Min(Math.Min(bytes, buffer.Length), Length - _given);
        _given += read;
        return ValueTask.FromResult(read);
    }
}
