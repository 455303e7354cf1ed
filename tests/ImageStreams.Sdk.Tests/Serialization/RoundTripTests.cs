using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>Every object reads back as it was written.</summary>
[Properties(Arbitrary = [typeof(RandomObjects)], MaxTest = 1000)]
public class RoundTripTests
{
    [Property(Replay = "2026,201")]
    public void Deserialize_SerializedStream_IsEqual(RandomObjects random) => AssertRoundTrip(random.Stream());

    [Property(Replay = "2026,203")]
    public void Deserialize_SerializedImage_IsEqual(RandomObjects random) => AssertRoundTrip(random.Image());

    [Property(Replay = "2026,205")]
    public void Serialize_AnyStream_IsJsonAndTheSameInEachForm(RandomObjects random)
    {
        var stream = random.Stream();
        var text = ImageStreamJson.Serialize(stream);
        var destination = new ArrayBufferWriter<byte>(1);
        ImageStreamJson.Serialize(destination, stream);

        using var document = JsonDocument.Parse(text);
        Assert.Equal(text, Encoding.UTF8.GetString(ImageStreamJson.SerializeToUtf8Bytes(stream)));
        Assert.Equal(text, Encoding.UTF8.GetString(destination.WrittenSpan));
    }

    [Property(Replay = "2026,207")]
    public void Deserialize_IndentedText_IsTheSameAsCompact(RandomObjects random)
    {
        var text = ImageStreamJson.Serialize(random.Stream());
        using var document = JsonDocument.Parse(text);
        var indented = JsonSerializer.Serialize(document.RootElement, Indented);

        Assert.Equal(
            ImageStreamJson.Deserialize<ImageStream>(text).Status, ImageStreamJson.Deserialize<ImageStream>(indented).Status);
    }

    [Fact]
    public void Serialize_IntoSmallBuffers_LosesNothing()
    {
        var stream = new ImageStream { Metadata = new() { Labels = [KeyValuePair.Create(new string('é', 3000), "<")] } };
        var destination = new ArrayBufferWriter<byte>(1);
        ImageStreamJson.Serialize(destination, stream);

        Assert.Equal(stream, ImageStreamJson.Deserialize<ImageStream>(destination.WrittenSpan));
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static void AssertRoundTrip<T>(T value)
        where T : class, IWireObject<T>
    {
        var text = ImageStreamJson.Serialize(value);
        var read = ImageStreamJson.Deserialize<T>(text);

        Assert.Equal(value, read);
        Assert.Equal(value.GetHashCode(), read.GetHashCode());
        Assert.Equal(text, ImageStreamJson.Serialize(read));
    }
}
