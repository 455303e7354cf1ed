using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Takes lists apart, and puts them together.</summary>
internal static class StrategicItems
{
    /// <summary>Requires that all items of two lists have one type.</summary>
    /// <returns>The type.</returns>
    /// <exception cref="PatchException">They have several, or are lists or null, or there is none.</exception>
    public static JsonKind RequireOneKind(JsonArray original, JsonArray patch)
    {
        var first = original.Count > 0 || patch.Count > 0
            ? JsonKinds.GetKind(original.Concat(patch).First())
            : throw StrategicErrors.NoElements();
        if (first is JsonKind.Null or JsonKind.List)
        {
            throw first == JsonKind.Null ? StrategicErrors.NullElement() : StrategicErrors.ListOfLists();
        }

        return original.Concat(patch).All(item => JsonKinds.GetKind(item) == first)
            ? first
            : throw StrategicErrors.MixedTypes(original, patch);
    }

    /// <summary>Takes all items out of a list.</summary>
    public static List<JsonNode?> Detach(JsonArray list)
    {
        var items = list.ToList();
        list.Clear();
        return items;
    }

    /// <summary>Creates a list of items that are in no other.</summary>
    public static JsonArray ToList(IEnumerable<JsonNode?> items)
    {
        var list = new JsonArray();
        foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
