using System.Text.Json;

namespace ImageStreams.Triggers;

/// <summary>The spec tags of a stream that policies have moved, by the annotation in which the stream remembers it.</summary>
internal static class MovedTags
{
    /// <summary>The annotation: <c>{"prod":{"tag":"2.1"}}</c>, and more.</summary>
    public const string AnnotationName = "imagestreams.sdk/tag-choices";

    private const int MaxLength = 64 * 1024;

    /// <summary>Finds the tag of the repository to which a policy moved a spec tag last; null when none did.</summary>
    public static string? Find(ImageStream stream, string tag)
    {
        if (!stream.Metadata.Annotations.TryGetValue(AnnotationName, out var text) || text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return FindText(FindField(document.RootElement, tag), "tag");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement FindField(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    private static string? FindText(JsonElement json, string name) =>
        FindField(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
