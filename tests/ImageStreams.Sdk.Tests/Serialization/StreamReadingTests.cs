using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

public class StreamReadingTests
{
    private static readonly ImageStream Ruby = new()
    {
        Metadata = new() { Namespace = "shop", Name = "ruby" },
        Spec = new() { Tags = [new() { Name = "3" }] },
    };

    [Fact]
    public async Task DeserializeAsync_SerializedStream_IsEqual()
    {
        using var stream = new MemoryStream();

        await ImageStreamJson.SerializeAsync(stream, Ruby);
        stream.Position = 0;

        Assert.Equal(ImageStreamJson.SerializeToUtf8Bytes(Ruby), stream.ToArray());
        Assert.Equal(Ruby, await ImageStreamJson.DeserializeAsync<ImageStream>(stream));
    }

    [Fact]
    public async Task DeserializeAsync_ManySmallReads_IsEqual()
    {
        var stream = Ruby with { Spec = Ruby.Spec with { DockerImageRepository = new string('a', 100_000) } };
        using var trickle = new TricklingStream(ImageStreamJson.SerializeToUtf8Bytes(stream));

        var read = await ImageStreamJson.DeserializeAsync<ImageStream>(trickle);

        Assert.Equal(stream, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"spec\": [}")]
    [InlineData("{\"spec\": {\"tags\": [{\"name\": 3}]}}")]
    public async Task DeserializeAsync_InvalidJson_ThrowsLikeDeserialize(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var expected = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>(json));
        var actual = await Assert.ThrowsAsync<WireFormatException>(
            () => ImageStreamJson.DeserializeAsync<ImageStream>(stream));

        Assert.Equal(
            (expected.Reason, expected.Path, expected.Offset, expected.Message),
            (actual.Reason, actual.Path, actual.Offset, actual.Message));
    }

    [Fact]
    public async Task DeserializeAsync_StrictWithUnknownField_Throws()
    {
        using var stream = new MemoryStream("""{"spce": {}}"""u8.ToArray());

        var e = await Assert.ThrowsAsync<StrictFieldsException>(
            () => ImageStreamJson.DeserializeAsync<ImageStream>(stream, new() { Strict = true }));

        Assert.Equal("Strict reading found the unknown field $.spce (did you mean spec).", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task DeserializeAsync_AroundTheLimit_IsReadUpToIt(int beyond)
    {
        var json = ImageStreamJson.SerializeToUtf8Bytes(Ruby);
        using var stream = new MemoryStream(json);
        var options = new ImageStreamJsonOptions { MaxStreamBytes = json.Length - beyond };

        if (beyond == 0)
        {
            Assert.Equal(Ruby, await ImageStreamJson.DeserializeAsync<ImageStream>(stream, options));
            return;
        }

        var e = await Assert.ThrowsAsync<WireFormatException>(
            () => ImageStreamJson.DeserializeAsync<ImageStream>(stream, options));
        Assert.Equal(WireFailure.TooLarge, e.Reason);
    }

    [Fact]
    public async Task DeserializeAsync_EndlessStream_EndsAtTheLimit()
    {
        var options = new ImageStreamJsonOptions { MaxStreamBytes = 1_000_000 };
        using var stream = new TricklingStream([]) { IsEndless = true };

        var e = await Assert.ThrowsAsync<WireFormatException>(
            () => ImageStreamJson.DeserializeAsync<ImageStream>(stream, options));

        Assert.Equal(WireFailure.TooLarge, e.Reason);
    }

    [Fact]
    public async Task DeserializeAsync_CanceledToken_Throws()
    {
        using var stream = new MemoryStream("{}"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImageStreamJson.DeserializeAsync<ImageStream>(
            stream, cancellationToken: new CancellationToken(canceled: true)));
    }

    /// <summary>A stream that returns a few bytes per read.</summary>
    private sealed class TricklingStream(byte[] content) : MemoryStream(content)
    {
        public bool IsEndless { get; init; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (IsEndless)
            {
                buffer.Span.Fill((byte)' ');
                return buffer.Length;
            }

            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
        }
    }
}
