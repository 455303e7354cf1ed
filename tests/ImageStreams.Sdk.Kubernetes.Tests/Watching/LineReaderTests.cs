using System.Text;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Lines of watches, however the connection divides them.</summary>
public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10_000)]
    public async Task Read_InPieces_GivesEachLine(int piece)
    {
        var lines = Enumerable.Range(0, 50).Select(i => new string((char)('a' + (i % 26)), i * 7)).ToList();
        await using var reader = new LineReader(new PieceStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), piece), limit: 1000);

        foreach (var line in lines)
        {
            Assert.Equal(line, Encoding.UTF8.GetString((await reader.ReadAsync(default))!.Value.Span));
        }

        Assert.Null(await reader.ReadAsync(default));
    }

    [Fact]
    public async Task Read_LastLineIsCut_DropsIt()
    {
        await using var reader = new LineReader(new PieceStream("whole\ncut"u8.ToArray(), 4), limit: 100);

        Assert.Equal("whole", Encoding.UTF8.GetString((await reader.ReadAsync(default))!.Value.Span));
        Assert.Null(await reader.ReadAsync(default));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(100_000)]
    public async Task Read_LineIsTooLong_IsRefused(int length)
    {
        await using var reader = new LineReader(new PieceStream(Encoding.UTF8.GetBytes(new string('x', length) + "\n"), 4096), limit: 10);

        await Assert.ThrowsAsync<ApiException>(async () => await reader.ReadAsync(default));
    }

    [Theory]
    [InlineData("""{"type":"ADDED","object":{"a":1}}""", "ADDED", """{"a":1}""")]
    [InlineData("""{"object":{"a":[1,{"b":2}]},"more":[{}],"type":"DELETED"}""", "DELETED", """{"a":[1,{"b":2}]}""")]
    public void Frame_InAnyOrder_IsRead(string line, string type, string value)
    {
        var frame = WatchFrame.Read(Encoding.UTF8.GetBytes(line));

        Assert.Equal((type, value), (frame.Type, Encoding.UTF8.GetString(frame.Object.Span)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1,"object":{}}""")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"ADDED","object":{""")]
    public void Frame_OfAnotherForm_IsRefused(string line) =>
        Assert.Throws<ApiException>(() => WatchFrame.Read(Encoding.UTF8.GetBytes(line)));

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
