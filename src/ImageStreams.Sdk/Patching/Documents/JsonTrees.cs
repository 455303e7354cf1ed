using System.Text.Json.Nodes;
using ImageStreams.Internal;

namespace ImageStreams.Patching;

/// <summary>Copies, compares and measures trees of JSON.</summary>
/// <remarks>Recursion ends at the maximum nesting of documents that are read.</remarks>
internal static class JsonTrees
{
    /// <summary>Copies a value.</summary>
    /// <exception cref="PatchException">The value nests too deeply.</exception>
    public static JsonNode? Copy(JsonNode? node, int depth = 0) => node switch
    {
        null => null,
        JsonObject map => CopyMap(map, RequireLevel(depth)),
        JsonArray list => CopyList(list, RequireLevel(depth)),
        _ => node.DeepClone(),
    };

    /// <summary>Copies an object.</summary>
    public static JsonObject CopyMap(JsonObject map, int depth = 0)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in map)
        {
            copy.Add(name, Copy(value, depth + 1));
        }

        return copy;
    }

    /// <summary>Compares two values; numbers are equal when they are written alike.</summary>
    public static bool AreEqual(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonObject one, JsonObject other) => one.Count == other.Count && one.All(
            field => other.TryGetPropertyValue(field.Key, out var value) && AreEqual(field.Value, value)),
        (JsonArray one, JsonArray other) => one.Count == other.Count
            && Enumerable.Range(0, one.Count).All(index => AreEqual(one[index], other[index])),
        (JsonValue one, JsonValue other) => one.ToJsonString() == other.ToJsonString(),
        _ => false,
    };

    /// <summary>Requires that a tree is no deeper than documents that are read; without recursion.</summary>
    /// <exception cref="PatchException">It is deeper.</exception>
    public static void RequireDepth(JsonNode? root)
    {
        var open = new Stack<(JsonNode? Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            var items = next.Node switch
            {
                JsonObject map => map.Select(field => field.Value),
                JsonArray list => list,
                _ => [],
            };
            foreach (var item in items.Where(item => item is JsonObject or JsonArray))
            {
                open.Push((item, RequireLevel(next.Depth + 1)));
            }
        }
    }

    /// <summary>Puts the fields of an object into the order of their names, as Go writes a map.</summary>
    public static void SortFields(JsonObject map) =>
        SetFields(map, [.. map.OrderBy(field => field.Key, Utf8Order.Comparer)]);

    /// <summary>Removes the fields that meet a condition, in linear time however many they are.</summary>
    public static void RemoveFields(JsonObject map, Func<KeyValuePair<string, JsonNode?>, bool> isRemoved)
    {
        var kept = map.Where(field => !isRemoved(field)).ToList();
        if (kept.Count < map.Count)
        {
            SetFields(map, kept);
        }
    }

    private static void SetFields(JsonObject map, List<KeyValuePair<string, JsonNode?>> fields)
    {
        map.Clear();
        foreach (var (name, value) in fields)
        {
            map.Add(name, value);
        }
    }

    private static int RequireLevel(int depth) => depth < DocumentReader.MaxDepth
        ? depth
        : throw PatchRefusals.TooLarge($"The patch makes an object of more than {DocumentReader.MaxDepth} levels.");

    private static JsonArray CopyList(JsonArray list, int depth)
    {
        var copy = new JsonArray();
        foreach (var item in list)
        {
            copy.Add(Copy(item, depth + 1));
        }

        return copy;
    }
}
