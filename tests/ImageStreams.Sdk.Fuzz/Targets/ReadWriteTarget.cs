using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Fuzz;

/// <summary>An object that is read, written and read again, beside System.Text.Json: the same texts are JSON, the name is
/// the same, and what was written is read as the same object.</summary>
internal sealed class ReadWriteTarget<T>(byte[][] seeds) : FuzzTarget($"read-write-{typeof(T).Name}", seeds, Tokens.Json)
    where T : ApiObject, IWireObject<T>
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ImageStreamJsonOptions.DefaultMaxDepth };

    public override void Check(ReadOnlySpan<byte> input)
    {
        var value = Read(input, out var failure);
        using var document = Parse(input.ToArray());
        Expect.That(document is not null || value is null, "what is not JSON is not read");
        Expect.That(document is null || failure is not WireFailure.Syntax, "what is JSON is not refused as JSON");
        if (value is not null)
        {
            CheckRoundTrip(value);
            Expect.That(!PlainJson.IsPlain(input) || HasName(value, document!.RootElement), "both read the same name");
        }
    }

    private static void CheckRoundTrip(T value)
    {
        var written = ImageStreamJson.SerializeToUtf8Bytes(value);
        var again = ImageStreamJson.Deserialize<T>(written);
        Expect.That(value.Equals(again), "what was written is read as the same object");
        Expect.That(value.GetHashCode() == again.GetHashCode(), "equal objects have one hash code");
        Expect.That(ImageStreamJson.SerializeToUtf8Bytes(again).AsSpan().SequenceEqual(written), "it is written as before");
    }

    private static bool HasName(T value, JsonElement root) =>
        !root.TryGetProperty("metadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object
        || !metadata.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
        || name.GetString() == (value.Metadata.Name ?? "");

    private static T? Read(ReadOnlySpan<byte> input, out WireFailure? failure)
    {
        failure = null;
        try
        {
            return ImageStreamJson.Deserialize<T>(input);
        }
        catch (WireFormatException e)
        {
            failure = e.Reason;
            return null;
        }
    }

    private static JsonDocument? Parse(byte[] input)
    {
        try
        {
            return JsonDocument.Parse(input, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
