using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>Creates <see cref="ValueMap{TValue}"/> values.</summary>
public static class ValueMap
{
    /// <summary>Creates a map of the given entries.</summary>
    /// <param name="entries">The entries in any order; the last value of a key wins.</param>
    /// <returns>The map.</returns>
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

    /// <summary>Creates a map from a sequence.</summary>
    /// <param name="entries">The entries in any order; the last value of a key wins.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static ValueMap<TValue> ToValueMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Create<TValue>(entries.ToArray());
    }

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
