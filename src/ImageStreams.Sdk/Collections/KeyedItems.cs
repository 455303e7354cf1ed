namespace ImageStreams.Collections;

/// <summary>The items of a <see cref="KeyedList{T}"/> and, once a long list was searched, their index.</summary>
internal sealed class KeyedItems<T>(T[] items)
    where T : class, IKeyed
{
    /// <summary>Up to this length a search along the list beats a dictionary.</summary>
    private const int SearchedInLine = 8;

    private Dictionary<string, int>? _index;

    public T[] Items { get; } = items;

    public int IndexOf(string key)
    {
        if (Items.Length <= SearchedInLine)
        {
            return SearchInLine(key);
        }

        return (_index ??= BuildIndex()).TryGetValue(key, out var index) ? index : -1;
    }

    /// <summary>A loop, and no predicate: a look-up allocates nothing.</summary>
    private int SearchInLine(string key)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Two threads may both build it; the results are equal and either may stay.</summary>
    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(Items.Length, StringComparer.Ordinal);
        for (var i = 0; i < Items.Length; i++)
        {
            index.TryAdd(Items[i].Key, i);
        }

        return index;
    }
}
