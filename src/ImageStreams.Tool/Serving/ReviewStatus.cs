using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Reads the status of a review; what is missing, or of another type, counts as not there.</summary>
internal static class ReviewStatus
{
    public static bool IsTrue(JsonElement status, string name) =>
        Find(status, name) is { ValueKind: JsonValueKind.True };

    public static string FindText(JsonElement status, string name) =>
        Find(status, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static ValueList<string> FindTexts(JsonElement status, string name) => Find(status, name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!)]
        : [];

    public static JsonElement? Find(JsonElement status, string name) =>
        status.ValueKind == JsonValueKind.Object && status.TryGetProperty(name, out var value) ? value : null;
}
