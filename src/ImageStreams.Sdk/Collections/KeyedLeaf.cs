using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>Items in one array, and their index, which the first search of a longer array builds.</summary>
/// <remarks>
/// Searches up to 8 items linearly, up to <see cref="KeyHashIndex.MaxCount"/> with a <see cref="KeyHashIndex"/>, and more
/// with a dictionary. Two threads may both build an index; the results are equal and either may be kept.
/// </remarks>
internal sealed class KeyedLeaf<T>(T[] items) : KeyedNode<T>
    where T : class, IKeyed
{
    private const int MaxLinearSearch = 8;

    private object? _index;

    public T[] Items { get; } = items;

    public override int Count => Items.Length;

    public override int Height => 0;

    public override string FirstKey => Items[0].Key;

    /// <summary>Gets a value indicating whether the keys ascend, each once.</summary>
    public bool IsStrict
    {
        get
        {
            if (Has(ItemMarks.Strict) || Has(ItemMarks.NotStrict))
            {
                return Has(ItemMarks.Strict);
            }

            var isStrict = KeySorter<T>.IsStrict(Items);
            Set(isStrict ? ItemMarks.Strict : ItemMarks.NotStrict);
            return isStrict;
        }
    }

    public override T this[int index] => Items[index];

    public override T? Find(string key)
    {
        var index = IndexOf(key);
        return index >= 0 ? Items[index] : null;
    }

    public override int IndexOf(string key) => Items.Length switch
    {
        <= MaxLinearSearch => SearchLinearly(key),
        <= KeyHashIndex.MaxCount => GetHashes().IndexOf(key),
        _ => GetIndex().TryGetValue(key, out var index) ? index : -1,
    };

    /// <summary>Finds the position of a key among few items in ascending order, or the complement of where it belongs.</summary>
    public int Search(string key)
    {
        var (low, high) = (0, Items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Utf8Order.Compare(Items[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    public override KeyedLeaf<T> GetLeaf(int index) => this;

    public override KeyedNode<T> Map(Func<T, T> change, ItemMarks mark)
    {
        if (Has(mark))
        {
            return this;
        }

        T[]? changed = null;
        for (var i = 0; i < Items.Length; i++)
        {
            var item = change(Items[i]);
            if (!ReferenceEquals(item, Items[i]))
            {
                changed ??= Items.AsSpan().ToArray();
                changed[i] = item;
            }
        }

        var next = changed is null ? this : new KeyedLeaf<T>(changed);
        next.Set(mark);
        return next;
    }

    protected override bool ComputeAll(ItemMarks mark, Func<T, bool> predicate) => Array.TrueForAll(Items, item => predicate(item));

    public override void CollectOthers(ItemMarks mark, Func<T, bool> predicate, List<T> others)
    {
        if (Has(mark))
        {
            return;
        }

        var before = others.Count;
        others.AddRange(Items.Where(item => !predicate(item)));
        if (others.Count == before)
        {
            Set(mark);
        }
    }

    public override void CollectLinked(ulong wanted, Func<T, ulong> getLinks, List<T> linked)
    {
        if ((GetLinks(getLinks) & wanted) != 0)
        {
            linked.AddRange(Items.Where(item => (getLinks(item) & wanted) != 0));
        }
    }

    protected override ulong ComputeLinks(Func<T, ulong> getLinks)
    {
        var links = 0UL;
        foreach (var item in Items)
        {
            links |= getLinks(item);
        }

        return links;
    }

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

    private KeyHashIndex GetHashes()
    {
        if (_index is KeyHashIndex known)
        {
            return known;
        }

        var hashes = new KeyHashIndex(Array.ConvertAll(Items, item => item.Key));
        _index = hashes;
        return hashes;
    }

    private Dictionary<string, int> GetIndex()
    {
        if (_index is Dictionary<string, int> known)
        {
            return known;
        }

        var index = new Dictionary<string, int>(Items.Length, StringComparer.Ordinal);
        for (var i = 0; i < Items.Length; i++)
        {
            index.TryAdd(Items[i].Key, i);
        }

        _index = index;
        return index;
    }
}
