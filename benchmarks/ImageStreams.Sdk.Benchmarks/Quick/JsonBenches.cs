using System.Buffers;
using System.Text.Json;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Serialization;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>
/// Reading and writing one large stream of ten events per tag, beside a bare scan of the same bytes.
/// </summary>
public static class JsonBenches
{
    private const int EventsPerTag = 10;

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("json-stream-decode", Decode),
        new("json-stream-encode", Encode),
        new("json-stream-encode-bytes", EncodeBytes),
        new("json-stream-roundtrip", RoundTrip),
        new("yardstick", Yardstick),
    ];

    /// <summary>A stream with the given number of tags.</summary>
    public static ImageStream Stream(int tags) => StreamInputs.Stream("ns", "stream", tags, EventsPerTag);

    /// <summary>Goes through a text token by token and does nothing else.</summary>
    public static long Scan(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }

        return reader.BytesConsumed;
    }

    private static QuickOperation Decode(int size)
    {
        var json = ImageStreamJson.SerializeToUtf8Bytes(Stream(size));
        return Beside(json, () => ImageStreamJson.Deserialize<ImageStream>(json).Status.Tags.Count)
            with { Events = size * EventsPerTag };
    }

    /// <summary>Into a buffer that is used again, as a server does that writes to a pipe.</summary>
    private static QuickOperation Encode(int size)
    {
        var stream = Stream(size);
        var json = ImageStreamJson.SerializeToUtf8Bytes(stream);
        var destination = new ArrayBufferWriter<byte>(json.Length);
        return Beside(json, () => WriteInto(destination, stream));
    }

    /// <summary>
    /// Into a new array, which for a large stream takes longer than the writing: it is allocated on the heap of large
    /// objects, and the first touch of each of its pages is a page fault.
    /// </summary>
    private static QuickOperation EncodeBytes(int size)
    {
        var stream = Stream(size);
        var json = ImageStreamJson.SerializeToUtf8Bytes(stream);
        return Beside(json, () => ImageStreamJson.SerializeToUtf8Bytes(stream).Length);
    }

    private static QuickOperation RoundTrip(int size)
    {
        var json = ImageStreamJson.SerializeToUtf8Bytes(Stream(size));
        var destination = new ArrayBufferWriter<byte>(json.Length);
        return Beside(json, () => WriteInto(destination, ImageStreamJson.Deserialize<ImageStream>(json)));
    }

    private static QuickOperation Yardstick(int size)
    {
        var json = ImageStreamJson.SerializeToUtf8Bytes(Stream(size));
        return new QuickOperation(() => Scan(json)) { JsonBytes = json.Length };
    }

    private static QuickOperation Beside(byte[] json, Func<long> run) =>
        new(run) { Yardstick = () => Scan(json), JsonBytes = json.Length };

    private static long WriteInto(ArrayBufferWriter<byte> destination, ImageStream stream)
    {
        destination.ResetWrittenCount();
        ImageStreamJson.Serialize(destination, stream);
        return destination.WrittenCount;
    }
}
