using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The words of a table: ages in its cells, such as "9 seconds ago", which are times, and the descriptions of its columns.</summary>
internal static partial class Prose
{
    private const string Hidden = "(age)";

    /// <summary>The body without ages and descriptions; a body without a table is returned as it is.</summary>
    public static JsonNode? Hide(JsonNode? body)
    {
        if (!HasTable(body))
        {
            return body;
        }

        var hidden = body!.DeepClone();
        foreach (var column in (hidden["object"] ?? hidden)["columnDefinitions"] as JsonArray ?? [])
        {
            (column as JsonObject)?.Remove("description");
        }

        foreach (var row in (hidden["object"] ?? hidden)["rows"] as JsonArray ?? [])
        {
            HideIn(row?["cells"] as JsonArray ?? []);
        }

        return hidden;
    }

    private static bool HasTable(JsonNode? body) => body is JsonObject value
        && ((string?)(value["kind"] as JsonValue) == "Table" || (string?)((value["object"] as JsonObject)?["kind"] as JsonValue) == "Table");

    private static void HideIn(JsonArray cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is JsonValue cell && cell.TryGetValue(out string? text) && Age().IsMatch(text))
            {
                cells[i] = Age().Replace(text, Hidden);
            }
        }
    }

    [GeneratedRegex("(?:About an? \\w+|Less than a second|\\d+ \\w+) ago|^\\d+[smhdy](?:\\d+[smhd])?$|^<unknown>$|^<invalid>$")]
    private static partial Regex Age();
}
