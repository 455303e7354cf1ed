using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The order of names in a lock: by UTF-16 code unit, which no culture changes.</summary>
internal static class LockOrder
{
    /// <summary>Sorts a map by its names.</summary>
    public static ValueMap<string> Sort(ValueMap<string> map) =>
        map.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToValueMap();

    /// <summary>Sorts items by a name; of several with one name, the last counts.</summary>
    public static ValueList<T> Sort<T>(IEnumerable<T> items, Func<T, string> getName)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            sorted[getName(item)] = item;
        }

        return sorted.Values.ToValueList();
    }
}
