using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Reads single values of objects of any kind.</summary>
internal static class ObjectJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };

    /// <summary>Parses an object; the caller disposes of the document.</summary>
    public static JsonDocument Parse(ClusterObject value) => JsonDocument.Parse(ImageStreamJson.SerializeToUtf8Bytes(value), Deep);

    /// <summary>Finds a value by its path; an undefined one where there is none.</summary>
    public static JsonElement Find(JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return default;
            }
        }

        return value;
    }

    /// <summary>Reads a text; empty where the value is none.</summary>
    public static string GetText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
