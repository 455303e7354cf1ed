using System.Runtime.InteropServices;
using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <content>What the versions of a list share, and how they differ.</content>
public readonly partial struct KeyedList<T>
{
    /// <summary>Gets a value indicating whether the keys ascend in the order of their UTF-8 bytes, each once.</summary>
    internal bool IsStrict => _node switch
    {
        KeyedLeaf<T> leaf => leaf.IsStrict,
        KeyedBranch<T> { Added: not null } => false,
        _ => true,
    };

    /// <summary>Changes each item; returns the same list when no item changed. The function must keep the key.</summary>
    /// <param name="change">The change; with a mark, one that changes nothing when it is made again.</param>
    /// <param name="mark">The mark of nodes in which there is nothing to change; none to look at every item.</param>
    internal KeyedList<T> Map(Func<T, T> change, ItemMarks mark = ItemMarks.None)
    {
        var node = _node?.Map(change, mark);
        return ReferenceEquals(node, _node) ? this : new KeyedList<T>(node!);
    }

    /// <summary>Determines whether a fact, which depends on each item alone, holds for all of them.</summary>
    /// <param name="mark">The mark by which nodes remember it.</param>
    /// <param name="predicate">Determines whether it holds for an item.</param>
    internal bool All(ItemMarks mark, Func<T, bool> predicate) => _node is null || _node.All(mark, predicate);

    /// <summary>Gets the items for which a fact does not hold that depends on each item alone.</summary>
    /// <param name="mark">The mark of nodes without such an item.</param>
    /// <param name="predicate">Determines whether it holds for an item.</param>
    internal List<T> GetOthers(ItemMarks mark, Func<T, bool> predicate)
    {
        var others = new List<T>();
        _node?.CollectOthers(mark, predicate, others);
        return others;
    }

    /// <summary>Gets the items whose links have a bit in common with a mask.</summary>
    /// <param name="wanted">The mask.</param>
    /// <param name="getLinks">Gets the bits of an item; always the same function for one type of items.</param>
    internal List<T> GetLinked(ulong wanted, Func<T, ulong> getLinks)
    {
        var linked = new List<T>();
        _node?.CollectLinked(wanted, getLinks, linked);
        return linked;
    }

    /// <summary>
    /// Sorts the list by the UTF-8 bytes of its keys and keeps only the last item with a key; returns the same list when
    /// nothing changed.
    /// </summary>
    internal KeyedList<T> Sort()
    {
        if (IsStrict)
        {
            return this;
        }

        return _node is KeyedBranch<T> { Added: { } added } list
            ? new KeyedList<T>(KeyedTree<T>.Apply(list.Children[0], ToEdits(added))!)
            : Own(KeySorter<T>.Sort(AsSpan(), static item => item));
    }

    /// <summary>Finds the differences between two versions whose keys ascend, in the order of the keys.</summary>
    /// <remarks>In time linear in what the versions do not share.</remarks>
    internal List<KeyedChange<T>> FindChanges(KeyedList<T> old)
    {
        var changes = new List<KeyedChange<T>>();
        var (before, after) = (new KeyedCursor<T>(old._node), new KeyedCursor<T>(_node));
        while (KeyedCursor<T>.MoveToItems(before, after))
        {
            var order = Compare(before.Item, after.Item);
            var (left, right) = (order <= 0 ? before.Item : null, order >= 0 ? after.Item : null);
            if (!ReferenceEquals(left, right))
            {
                changes.Add(new KeyedChange<T>(left, right));
            }

            Advance(before, order <= 0);
            Advance(after, order >= 0);
        }

        return changes;
    }

    /// <summary>Applies edits to a list whose keys ascend.</summary>
    /// <param name="edits">The edits, in the order of their keys, each key once.</param>
    internal KeyedList<T> Apply(ReadOnlySpan<KeyedEdit<T>> edits)
    {
        if (edits.IsEmpty)
        {
            return this;
        }

        return edits.Length <= Count / ManyEdits && FindTree() is { } tree
            ? Wrap(KeyedTree<T>.Apply(tree, edits))
            : Own(KeyedTree<T>.Merge(AsSpan(), edits));
    }

    /// <summary>
    /// Returns an equal list that shares with an older version all items that are equal in both; the keys of both ascend.
    /// </summary>
    internal KeyedList<T> Share(KeyedList<T> old)
    {
        if (IsSameAs(old) || !IsStrict || !old.IsStrict)
        {
            return this;
        }

        var edits = FindChanges(old)
            .Where(static change => change.New is null || !change.New.Equals(change.Old))
            .Select(static change => new KeyedEdit<T>(change.Key, change.New))
            .ToList();
        return old.Apply(CollectionsMarshal.AsSpan(edits));
    }

    private static KeyedEdit<T>[] ToEdits(KeyedLeaf<T> added)
    {
        var edits = Array.ConvertAll(added.Items, KeyedEdit<T>.Set);
        Array.Sort(edits, static (left, right) => Utf8Order.Compare(left.Key, right.Key));
        return edits;
    }

    private static int Compare(T? left, T? right)
    {
        if (left is null)
        {
            return 1;
        }

        return right is null ? -1 : Utf8Order.Compare(left.Key, right.Key);
    }

    private static void Advance(KeyedCursor<T> cursor, bool isUsed)
    {
        if (isUsed)
        {
            cursor.Advance();
        }
    }
}
