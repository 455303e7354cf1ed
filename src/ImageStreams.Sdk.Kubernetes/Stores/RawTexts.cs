using System.Buffers;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>Texts as JSON.</summary>
internal static class RawTexts
{
    public static RawJson Create(string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStringValue(text);
        }

        return RawJson.Parse(buffer.WrittenSpan);
    }

    /// <summary>Reads a text; null for JSON of another type.</summary>
    public static string? Find(RawJson json)
    {
        if (json.IsAbsent)
        {
            return null;
        }

        var element = json.ToJsonElement();
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
