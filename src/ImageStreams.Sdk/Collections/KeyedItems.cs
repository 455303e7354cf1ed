namespace ImageStreams.Collections;

/// <summary>The items of a <see cref="KeyedList{T}"/> and their index, which the first search of a longer list builds.</summary>
/// <remarks>
/// Searches lists of up to 8 items linearly, those of up to <see cref="KeyHashIndex.MaxCount"/> with a
/// <see cref="KeyHashIndex"/>, and longer ones with a dictionary. Two threads may both build an index; the results are equal
/// and either may be kept.
/// </remarks>
internal sealed class KeyedItems<T>(T[] items)
    where T : class, IKeyed
{
    private const int MaxLinearSearch = 8;

    private KeyHashIndex? _hashes;
    private Dictionary<string, int>? _index;

    public T[] Items { get; } = items;

    /// <summary>Returns the first item with a key, or null.</summary>
    public T? Find(string key)
    {
        var index = IndexOf(key);
        return index >= 0 ? Items[index] : null;
    }

    public int IndexOf(string key) => Items.Length switch
    {
        <= MaxLinearSearch => SearchLinearly(key),
        <= KeyHashIndex.MaxCount => (_hashes ??= new KeyHashIndex(Array.ConvertAll(Items, item => item.Key))).IndexOf(key),
        _ => (_index ??= BuildIndex()).TryGetValue(key, out var index) ? index : -1,
    };

    /// <summary>Searches in a loop instead of with a predicate, so that a lookup allocates nothing.</summary>
    private int SearchLinearly(string key)
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
