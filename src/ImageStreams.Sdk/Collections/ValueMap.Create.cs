using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>Makes <see cref="ValueMap{TValue}"/> values.</summary>
public static class ValueMap
{
    /// <summary>A map of the given entries; where a key occurs more than once its last value counts.</summary>
    public static ValueMap<TValue> Create<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> entries)
    {
        var sorted = entries.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (Utf8Order.Compare(sorted[i - 1].Key, sorted[i].Key) >= 0)
            {
                return ValueMap<TValue>.Own(Sort(sorted));
            }
        }

        return ValueMap<TValue>.Own(sorted);
    }

    /// <summary>A map of what a sequence yields; where a key occurs more than once its last value counts.</summary>
    public static ValueMap<TValue> ToValueMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> entries) =>
        Create<TValue>(entries.ToArray());

    private static KeyValuePair<string, TValue>[] Sort<TValue>(KeyValuePair<string, TValue>[] entries)
    {
        var last = new Dictionary<string, TValue>(entries.Length, StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            last[key] = value;
        }

        return [.. last.OrderBy(entry => entry.Key, Utf8Order.Comparer)];
    }
}
