namespace ImageStreams.Collections;

/// <summary>The items of a <see cref="KeyedList{T}"/>, or of a part of it; immutable, and shared between lists.</summary>
/// <remarks>
/// A list that is read or created at once is one <see cref="KeyedLeaf{T}"/>. A long list that was changed is a
/// <see cref="KeyedBranch{T}"/>, so that its next version shares all nodes but those on the way to the change.
/// </remarks>
internal abstract class KeyedNode<T>
    where T : class, IKeyed
{
    private int _marks;
    private ulong _links;

    /// <summary>The number of items.</summary>
    public abstract int Count { get; }

    /// <summary>The number of levels below this one; 0 for a leaf.</summary>
    public abstract int Height { get; }

    /// <summary>The key of the first item; the node is not empty.</summary>
    public abstract string FirstKey { get; }

    /// <summary>Gets the item at a position that exists.</summary>
    public abstract T this[int index] { get; }

    /// <summary>Finds the position of the first item with a key; -1 when there is none.</summary>
    public abstract int IndexOf(string key);

    /// <summary>Finds the first item with a key.</summary>
    public abstract T? Find(string key);

    /// <summary>Gets the leaf with the item at a position that exists.</summary>
    public abstract KeyedLeaf<T> GetLeaf(int index);

    /// <summary>Changes each item, but for nodes that have the mark; the mark is set on nodes that need no change.</summary>
    public abstract KeyedNode<T> Map(Func<T, T> change, ItemMarks mark);

    /// <summary>Determines whether a fact holds for all items, and remembers it with the mark.</summary>
    public bool All(ItemMarks mark, Func<T, bool> predicate)
    {
        if (Has(mark))
        {
            return true;
        }

        var holds = ComputeAll(mark, predicate);
        if (holds)
        {
            Set(mark);
        }

        return holds;
    }

    /// <summary>Collects the items for which a fact does not hold; nodes without such an item get the mark.</summary>
    public abstract void CollectOthers(ItemMarks mark, Func<T, bool> predicate, List<T> others);

    /// <summary>Collects the items whose links have a bit in common with a mask.</summary>
    public abstract void CollectLinked(ulong wanted, Func<T, ulong> getLinks, List<T> linked);

    /// <summary>Gets the bits of the links of all items, which stand for what the items name.</summary>
    public ulong GetLinks(Func<T, ulong> getLinks)
    {
        if (!Has(ItemMarks.IsLinked))
        {
            Volatile.Write(ref _links, ComputeLinks(getLinks));
            Set(ItemMarks.IsLinked);
        }

        return Volatile.Read(ref _links);
    }

    /// <summary>Determines whether a fact holds for all items, without the mark of this node.</summary>
    protected abstract bool ComputeAll(ItemMarks mark, Func<T, bool> predicate);

    /// <summary>Computes the bits of the links of all items.</summary>
    protected abstract ulong ComputeLinks(Func<T, ulong> getLinks);

    /// <summary>Determines whether a fact was found to hold for all items.</summary>
    public bool Has(ItemMarks mark) => mark != ItemMarks.None && ((ItemMarks)Volatile.Read(ref _marks) & mark) == mark;

    /// <summary>Remembers a fact; of facts that threads set at once, none is lost.</summary>
    public void Set(ItemMarks mark) => Interlocked.Or(ref _marks, (int)mark);

    /// <summary>Copies the items into a new array.</summary>
    public T[] ToArray()
    {
        var items = new T[Count];
        for (var i = 0; i < items.Length;)
        {
            var leaf = GetLeaf(i).Items;
            leaf.CopyTo(items, i);
            i += leaf.Length;
        }

        return items;
    }
}
