using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The cells of a stream's tags.</summary>
internal static class StreamTagsCell
{
    private const int Width = 40;

    /// <summary>Lists the tags, the latest first, as far as they fit, and counts the others.</summary>
    public static JsonNode? Describe(JsonElement json)
    {
        var tags = FindTags(json).OrderByDescending(tag => tag.Created, StringComparer.Ordinal).ThenBy(tag => tag.Name, StringComparer.Ordinal).ToList();
        var shown = 0;
        for (var left = Width; shown < tags.Count && left > tags[shown].Name.Length; shown++)
        {
            left -= tags[shown].Name.Length + 1;
        }

        // The first one is shown even when it does not fit, and then alone.
        if (shown == 0)
        {
            return tags.Count == 0 ? null : tags[0].Name;
        }

        var names = string.Join(',', tags.Take(shown).Select(tag => tag.Name));
        return shown == tags.Count ? names : $"{names} + {tags.Count - shown} more...";
    }

    /// <summary>Describes the time since the latest image of any tag.</summary>
    public static JsonNode? DescribeLatest(JsonElement json, DateTimeOffset now)
    {
        var latest = FindTags(json).DefaultIfEmpty().MaxBy(tag => tag.Created, StringComparer.Ordinal);
        return RelativeTime.Describe(latest.Time, now);
    }

    // Times of the API are texts of one form, and can be compared as such.
    private static IEnumerable<(string Name, string Created, JsonElement Time)> FindTags(JsonElement json)
    {
        if (ImageColumns.Find(json, "status", "tags") is not { ValueKind: JsonValueKind.Array } tags)
        {
            yield break;
        }

        foreach (var tag in tags.EnumerateArray())
        {
            var items = ImageColumns.Find(tag, "items");
            var time = items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0 ? ImageColumns.Find(items[0], "created") : default;
            var created = time.ValueKind == JsonValueKind.String ? time.GetString()! : "";
            yield return (ImageColumns.Find(tag, "tag").GetString() ?? "", created, time);
        }
    }
}
