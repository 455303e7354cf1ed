using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>Finds the places in objects and lists that the paths of JSON patches name.</summary>
/// <remarks>
/// As API servers find them: a list is also indexed from its end by a negative number, and <c>-</c> is the place after its last item.
/// </remarks>
internal static class JsonPlaces
{
    /// <summary>Gets the value at a place; null for a name that an object does not have.</summary>
    /// <returns>False when a list has no such place.</returns>
    public static bool TryGet(JsonNode container, string key, out JsonNode? value)
    {
        value = null;
        if (container is JsonObject map)
        {
            map.TryGetPropertyValue(key, out value);
            return true;
        }

        var items = container.AsArray();
        if (!TryFindIndex(key, items.Count, out var index))
        {
            return false;
        }

        value = items[index];
        return true;
    }

    /// <summary>Replaces a value, or sets one that an object does not have; false when a list has no such place.</summary>
    public static bool TrySet(JsonNode container, string key, JsonNode? value)
    {
        if (container is JsonObject map)
        {
            map[key] = value;
            return true;
        }

        var items = container.AsArray();
        if (!TryFindIndex(key, items.Count, out var index))
        {
            return false;
        }

        items[index] = value;
        return true;
    }

    /// <summary>Finds the position in a list of a number of items.</summary>
    public static bool TryFindIndex(string key, int count, out int index)
    {
        var isNumber = int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);
        index += index < 0 ? count : 0;
        return isNumber && index >= 0 && index < count;
    }
}
