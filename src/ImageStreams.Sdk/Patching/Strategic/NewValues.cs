using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Prepares values of a patch that the object does not have.</summary>
internal static class NewValues
{
    /// <summary>Removes all fields that are null.</summary>
    public static void DropNulls(JsonNode? value)
    {
        if (value is JsonObject map)
        {
            JsonTrees.RemoveFields(map, field => field.Value is null);
        }

        foreach (var item in GetItems(value))
        {
            DropNulls(item);
        }
    }

    /// <summary>Removes all objects in a value that have a <c>$patch</c>; false when the value itself is one.</summary>
    public static bool TryDropDirectives(JsonNode? value)
    {
        if (value is JsonObject map)
        {
            var isDirective = map.ContainsKey(StrategicMerge.Directive);
            JsonTrees.RemoveFields(map, field => !isDirective && !TryDropDirectives(field.Value));
            return !isDirective;
        }

        if (value is JsonArray list)
        {
            DropDirectives(list);
        }

        return true;
    }

    private static void DropDirectives(JsonArray list)
    {
        var kept = list.Where(TryDropDirectives).ToList();
        if (kept.Count == list.Count)
        {
            return;
        }

        list.Clear();
        foreach (var item in kept)
        {
            list.Add(item);
        }
    }

    private static IEnumerable<JsonNode?> GetItems(JsonNode? value) => value switch
    {
        JsonObject map => map.Select(field => field.Value),
        JsonArray list => list,
        _ => [],
    };
}
