using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Writes trees of JSON, and turns records into trees and back.</summary>
internal static class JsonDocumentTexts
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DocumentReader.MaxDepth + 1,
    };

    /// <summary>Writes a tree as UTF-8.</summary>
    public static ReadOnlyMemory<byte> WriteUtf8(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            node.WriteTo(writer);
        }

        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <summary>Writes a tree.</summary>
    public static string Write(JsonNode node) => Encoding.UTF8.GetString(WriteUtf8(node).Span);

    /// <summary>Turns an object of the API into a tree.</summary>
    public static JsonObject ToTree<T>(T value)
        where T : class, IWireObject<T> => DocumentReader.Read(ImageStreamJson.SerializeToUtf8Bytes(value)).Root!.AsObject();
}
