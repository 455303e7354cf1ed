using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <content>Changes: a longer list whose keys ascend becomes a tree, which shares all but the changed items.</content>
public readonly partial struct KeyedList<T>
{
    /// <summary>The number of items up to which a change copies the list.</summary>
    private const int MaxCopied = KeyHashIndex.MaxCount;

    /// <summary>The number of items that are added to a tree in another order than that of the keys.</summary>
    private const int MaxAdded = 64;

    /// <summary>The part of a list from which on it is cheaper to copy it than to change so many items one by one.</summary>
    private const int ManyEdits = 4;

    /// <summary>Replaces the first item with the same key, or adds the item at the end.</summary>
    /// <remarks>
    /// In logarithmic time when the keys ascend in the order of their UTF-8 bytes, as those of stored tags do, and the item is
    /// replaced, added at the end of that order, or among 64 that are added outside it; in linear time otherwise, so that many
    /// items in another order are better collected, and made a list at once.
    /// </remarks>
    /// <param name="item">The item.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public KeyedList<T> Set(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return FindTree() switch
        {
            null => SetInCopy(item),
            KeyedBranch<T> { Added: { } added } list => SetInList(list, added, item),
            var tree => SetInTree(tree, item),
        };
    }

    /// <summary>Does the same as <see cref="Set"/> with each item, in time linear in both.</summary>
    internal KeyedList<T> SetAll(IReadOnlyCollection<T> items) =>
        FindTree() is null || CountAdded() + CountNew(items) > MaxAdded ? SetAllInCopy(items) : SetOneByOne(items);

    private int CountAdded() => _node is KeyedBranch<T> { Added: { } added } ? added.Count : 0;

    private int CountNew(IReadOnlyCollection<T> items)
    {
        var list = this;
        return items.Count(item => !list.Contains(item.Key));
    }

    private KeyedList<T> SetOneByOne(IReadOnlyCollection<T> items)
    {
        var list = this;
        foreach (var item in items)
        {
            list = list.Set(item);
        }

        return list;
    }

    /// <summary>Removes all items with a key.</summary>
    /// <remarks>
    /// In logarithmic time when the keys ascend in the order of their UTF-8 bytes; in linear time otherwise, so that many keys
    /// are better removed by making a list of the items that stay.
    /// </remarks>
    /// <param name="key">The key.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public KeyedList<T> Remove(string key)
    {
        if (!Contains(key))
        {
            return this;
        }

        return FindTree() is { } tree and not KeyedBranch<T> { Added: not null }
            ? Wrap(KeyedTree<T>.Apply(tree, [new KeyedEdit<T>(key, null)]))
            : Own([.. this.Where(item => item.Key != key)]);
    }

    private KeyedList<T> SetInCopy(T item)
    {
        var index = IndexOf(item.Key);
        if (index < 0)
        {
            return Own([.. AsSpan(), item]);
        }

        T[] items = [.. AsSpan()];
        items[index] = item;
        return Own(items);
    }

    private static KeyedList<T> SetInTree(KeyedNode<T> tree, T item)
    {
        var belongsAtPosition = tree.Find(item.Key) is not null
            || Utf8Order.Compare(tree[tree.Count - 1].Key, item.Key) < 0;
        return new KeyedList<T>(belongsAtPosition
            ? KeyedTree<T>.Apply(tree, [KeyedEdit<T>.Set(item)])!
            : new KeyedBranch<T>(tree, new KeyedLeaf<T>([item])));
    }

    private KeyedList<T> SetInList(KeyedBranch<T> list, KeyedLeaf<T> added, T item)
    {
        if (list.Children[0].Find(item.Key) is not null)
        {
            return new KeyedList<T>(
                new KeyedBranch<T>(KeyedTree<T>.Apply(list.Children[0], [KeyedEdit<T>.Set(item)])!, added));
        }

        var items = new KeyedList<T>(added).SetInCopy(item);
        return items.Count <= MaxAdded
            ? new KeyedList<T>(new KeyedBranch<T>(list.Children[0], (KeyedLeaf<T>)items._node!))
            : SetInCopy(item);
    }

    private KeyedList<T> SetAllInCopy(IReadOnlyCollection<T> items)
    {
        List<T> all = [.. AsSpan()];
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var index = IndexOf(item.Key);
            if (index < 0 && !added.TryGetValue(item.Key, out index))
            {
                index = all.Count;
                added[item.Key] = index;
                all.Add(item);
            }

            all[index] = item;
        }

        return Own([.. all]);
    }

    /// <summary>Finds the tree of a list that is one, or becomes one with its next change; null when changes copy it.</summary>
    private KeyedNode<T>? FindTree() => _node switch
    {
        KeyedLeaf<T> { Count: > MaxCopied, IsStrict: true } leaf => KeyedTree<T>.Create(leaf.Items),
        KeyedBranch<T> branch => branch,
        _ => null,
    };

    private static KeyedList<T> Wrap(KeyedNode<T>? node) => node is null ? Own([]) : new KeyedList<T>(node);
}
