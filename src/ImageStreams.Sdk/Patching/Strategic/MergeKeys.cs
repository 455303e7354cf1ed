using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Gets the keys by which the items of lists are told apart, as texts that are equal when the values are.</summary>
internal static class MergeKeys
{
    /// <summary>Gets the key of an item: the field of an object or, without a merge key, the value itself.</summary>
    /// <exception cref="PatchException">The item is no object, or does not have the field.</exception>
    public static string Get(JsonNode? item, string? mergeKey)
    {
        if (mergeKey is null)
        {
            return GetText(item);
        }

        var map = item as JsonObject ?? throw StrategicErrors.WrongType("map[string]interface {}", item);
        return map.TryGetPropertyValue(mergeKey, out var value)
            ? GetText(value)
            : throw StrategicErrors.NoMergeKey(map, mergeKey);
    }

    /// <summary>Finds the first item with each key; items without the merge key have none.</summary>
    /// <exception cref="PatchException">An item is no object.</exception>
    public static Dictionary<string, int> Index(IReadOnlyList<JsonNode?> items, string? mergeKey)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (mergeKey is not null && items[i] is not JsonObject)
            {
                throw StrategicErrors.NotAnObject(i);
            }

            if (mergeKey is null || items[i]!.AsObject().ContainsKey(mergeKey))
            {
                index.TryAdd(Get(items[i], mergeKey), i);
            }
        }

        return index;
    }

    private static string GetText(JsonNode? value) =>
        value is JsonObject or JsonArray ? throw StrategicErrors.NoScalar(value) : value?.ToJsonString() ?? "null";
}
