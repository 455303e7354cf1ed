using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>The document that the operations of a JSON patch change.</summary>
/// <remarks>Paths are read as API servers read them: what is before the first slash does not count.</remarks>
internal sealed class JsonPatchTarget(JsonObject root)
{
    /// <summary>The maximum number of list items and fields that all operations together may shift.</summary>
    private const long MaxShifts = 50_000_000;

    private readonly HashSet<JsonObject> _visited = [root];
    private long _shifts;

    /// <summary>The document; no object when an operation replaced it by a list.</summary>
    public JsonNode Root { get; set; } = root;

    /// <summary>Finds the object or list that contains a place, and the place in it; null when there is none.</summary>
    public JsonNode? FindContainer(string path, out string key)
    {
        var parts = path.Split('/');
        key = Unescape(parts[^1]);
        var node = parts.Length < 2 ? null : Root;
        for (var i = 1; i < parts.Length - 1 && node is not null; i++)
        {
            node = JsonPlaces.TryGet(node, Unescape(parts[i]), out var next) ? next as JsonObject ?? (JsonNode?)(next as JsonArray) : null;
            Visit(node);
        }

        return node;
    }

    /// <summary>Puts a value into an object, or between the items of a list; false when the list has no such place.</summary>
    public bool TryAdd(JsonNode container, string key, JsonNode? value)
    {
        if (container is JsonObject map)
        {
            map[key] = value;
            return true;
        }

        var items = container.AsArray();
        var index = items.Count;
        if (key != "-" && !JsonPlaces.TryFindIndex(key, items.Count + 1, out index))
        {
            return false;
        }

        CountShifts(items.Count - index);
        items.Insert(index, value);
        return true;
    }

    /// <summary>Removes a value; false when there is none.</summary>
    public bool TryRemove(JsonNode container, string key)
    {
        if (container is JsonObject map)
        {
            CountShifts(map.Count);
            return map.Remove(key);
        }

        var items = container.AsArray();
        if (!JsonPlaces.TryFindIndex(key, items.Count, out var index))
        {
            return false;
        }

        CountShifts(items.Count - index);
        items.RemoveAt(index);
        return true;
    }

    /// <summary>Puts the fields of all objects that operations went through into order, as the server writes them.</summary>
    public void SortVisited()
    {
        foreach (var map in _visited)
        {
            JsonTrees.SortFields(map);
        }
    }

    private static string Unescape(string part) => part.Contains('~', StringComparison.Ordinal)
        ? part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
        : part;

    private void Visit(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            _visited.Add(map);
        }
    }

    private void CountShifts(int count)
    {
        _shifts += count;
        if (_shifts > MaxShifts)
        {
            throw PatchRefusals.TooLarge($"The operations of the patch move more than {MaxShifts} list items and fields.");
        }
    }
}
