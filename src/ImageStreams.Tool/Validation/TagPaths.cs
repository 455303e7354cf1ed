using System.Globalization;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>Converts the paths of an API server, which names tags, to paths with positions: <c>spec.tags[latest].from</c> to
/// <c>spec.tags[0].from</c>.</summary>
internal static class TagPaths
{
    private static readonly (string List, string Key)[] Lists = [("spec.tags[", "name"), ("status.tags[", "tag")];

    /// <summary>Converts a path; one that names no tag of the object stays as it is.</summary>
    public static string ToPositions(string path, RawJson json)
    {
        foreach (var (list, key) in Lists)
        {
            var end = path.IndexOf(']', StringComparison.Ordinal);
            if (path.StartsWith(list, StringComparison.Ordinal) && end > 0)
            {
                var position = FindPosition(json.ToJsonElement(), list[..list.IndexOf('.', StringComparison.Ordinal)], key, path[list.Length..end]);
                return position is { } found
                    ? string.Create(CultureInfo.InvariantCulture, $"{list}{found}{path[end..]}")
                    : list[..^1];
            }
        }

        return path;
    }

    private static int? FindPosition(JsonElement root, string section, string key, string tag)
    {
        if (!root.TryGetProperty(section, out var parent)
            || parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty("tags", out var tags)
            || tags.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var position = 0;
        foreach (var item in tags.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out var name) && IsText(name, tag))
            {
                return position;
            }

            position++;
        }

        return null;
    }

    private static bool IsText(JsonElement value, string text) =>
        value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
}
