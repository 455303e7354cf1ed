using System.Text.Json.Nodes;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The lines of watches, as they are compared.</summary>
internal static class HttpLines
{
    private const string Version = "resourceVersion";

    /// <summary>Hides what differs by nature, and puts the first events of images into one order: their names are digests, which
    /// the replay translates.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="lines">The recorded lines, or ours.</param>
    public static IEnumerable<JsonNode> Prepare(HttpExchange exchange, IReadOnlyList<JsonNode> lines)
    {
        var shown = lines.Select(line => Hide(exchange, line)).OfType<JsonNode>().ToList();
        var images = shown.TakeWhile(line => (string?)line["type"] == "ADDED" && GetName(line).StartsWith("sha256:", StringComparison.Ordinal)).ToList();
        return images.OrderBy(GetName, StringComparer.Ordinal).Concat(shown.Skip(images.Count));
    }

    /// <summary>A line without ages, and without what controllers wrote; a bookmark without the version, which is that of all
    /// writers to the cluster.</summary>
    private static JsonNode? Hide(HttpExchange exchange, JsonNode line)
    {
        var shown = HttpHidden.Hide(exchange, Prose.Hide(line));
        if ((string?)shown?["type"] != "BOOKMARK")
        {
            return shown;
        }

        var bookmark = shown!.DeepClone();
        var rows = (bookmark["object"]!["rows"] as JsonArray ?? []).Select(row => row!["object"]);
        foreach (var marked in rows.Append(bookmark["object"]))
        {
            (marked?["metadata"] as JsonObject)?.Remove(Version);
        }

        return bookmark;
    }

    private static string GetName(JsonNode line) => (string?)line["object"]?["metadata"]?["name"] ?? "";
}
