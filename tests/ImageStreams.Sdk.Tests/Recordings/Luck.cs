using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The order of what the server goes through as a Go map, which is luck: put into one order before comparing.</summary>
internal static class Luck
{
    private const string SpecTag = "spec.tags[";

    /// <summary>The answer with causes of spec tags and with the tags of a list in order; the answer itself is unchanged.</summary>
    public static JsonNode? Sort(JsonNode? answer)
    {
        var sorted = answer?.DeepClone();
        if (sorted?["details"]?["causes"] is JsonArray causes)
        {
            Sort(causes, cause => cause?["field"], GetSpecTag);
            Sort(causes, GetConflict, text => text.Length > 0 ? text : null);
        }

        // The names of images are digests, which a replay translates.
        if ((string?)(sorted?["kind"] as JsonValue) is "ImageStreamTagList" or "ImageList" && sorted!["items"] is JsonArray named)
        {
            Sort(named, one => one?["metadata"]?["name"], name => name);
        }

        return sorted;
    }

    /// <summary>Sorts the items that have a key among themselves; all others keep their places.</summary>
    private static void Sort(JsonArray items, Func<JsonNode?, JsonNode?> getText, Func<string, string?> getKey)
    {
        var keys = items.Select(item => getKey((string?)getText(item) ?? "")).ToList();
        var places = Enumerable.Range(0, items.Count).Where(index => keys[index] is not null).ToList();
        var sorted = places.OrderBy(index => keys[index], StringComparer.Ordinal).Select(index => items[index]?.DeepClone()).ToList();
        foreach (var (place, item) in places.Zip(sorted))
        {
            items[place] = item;
        }
    }

    /// <summary>The owner and the field of a conflict of an apply; null for another cause.</summary>
    private static JsonNode? GetConflict(JsonNode? cause) =>
        (string?)cause?["reason"] == "FieldManagerConflict" ? $"{cause["message"]} {cause["field"]}" : null;

    /// <summary>The tag of a field such as <c>spec.tags[latest].from</c>; null for another field.</summary>
    private static string? GetSpecTag(string field) => field.StartsWith(SpecTag, StringComparison.Ordinal)
        ? field[SpecTag.Length..(field.LastIndexOf(']') is var end && end > SpecTag.Length ? end : field.Length)]
        : null;
}
