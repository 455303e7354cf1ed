using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>Nodes one after the other: those of a search tree, or the sorted items of a list and items added after them.</summary>
/// <remarks>
/// In a search tree the keys ascend, all nodes of one level have the same height, and none has more than
/// <see cref="KeyedTree{T}.MaxWidth"/> children, so that recursion is as deep as the tree: below 10 for any number of items.
/// </remarks>
internal sealed class KeyedBranch<T> : KeyedNode<T>
    where T : class, IKeyed
{
    private readonly int[] _ends;

    /// <summary>Creates a node of a search tree.</summary>
    public KeyedBranch(KeyedNode<T>[] children)
    {
        Children = children;
        _ends = new int[children.Length];
        var end = 0;
        for (var i = 0; i < children.Length; i++)
        {
            end += children[i].Count;
            _ends[i] = end;
        }

        Height = children[0].Height + 1;
    }

    /// <summary>Creates a list of a search tree and items whose keys are not in it and do not belong at its end.</summary>
    public KeyedBranch(KeyedNode<T> sorted, KeyedLeaf<T> added)
        : this([sorted, added]) => Added = added;

    public KeyedNode<T>[] Children { get; }

    /// <summary>The items that were added in another order than that of the keys; null in a search tree.</summary>
    public KeyedLeaf<T>? Added { get; }

    public override int Count => _ends[^1];

    public override int Height { get; }

    public override string FirstKey => Children[0].FirstKey;

    public override T this[int index]
    {
        get
        {
            var child = FindChild(index);
            return Children[child][index - GetStart(child)];
        }
    }

    public override T? Find(string key)
    {
        if (Added is not null)
        {
            return Children[0].Find(key) ?? Added.Find(key);
        }

        KeyedNode<T> node = this;
        while (node is KeyedBranch<T> branch)
        {
            node = branch.Children[branch.FindChild(key)];
        }

        var leaf = (KeyedLeaf<T>)node;
        return leaf.Search(key) is >= 0 and var index ? leaf.Items[index] : null;
    }

    public override int IndexOf(string key)
    {
        if (Added is not null)
        {
            return Children[0].IndexOf(key) is >= 0 and var at ? at : IndexOfAdded(Added.IndexOf(key));
        }

        var (node, start) = ((KeyedNode<T>)this, 0);
        while (node is KeyedBranch<T> branch)
        {
            var child = branch.FindChild(key);
            start += branch.GetStart(child);
            node = branch.Children[child];
        }

        return ((KeyedLeaf<T>)node).Search(key) is >= 0 and var index ? start + index : -1;
    }

    public override KeyedLeaf<T> GetLeaf(int index)
    {
        var child = FindChild(index);
        return Children[child].GetLeaf(index - GetStart(child));
    }

    public override KeyedNode<T> Map(Func<T, T> change, ItemMarks mark)
    {
        if (Has(mark))
        {
            return this;
        }

        KeyedNode<T>[]? changed = null;
        for (var i = 0; i < Children.Length; i++)
        {
            var child = Children[i].Map(change, mark);
            if (!ReferenceEquals(child, Children[i]))
            {
                changed ??= Children.AsSpan().ToArray();
                changed[i] = child;
            }
        }

        var next = changed is null ? this : WithChildren(changed);
        next.Set(mark);
        return next;
    }

    protected override bool ComputeAll(ItemMarks mark, Func<T, bool> predicate) =>
        Array.TrueForAll(Children, child => child.All(mark, predicate));

    public override void CollectOthers(ItemMarks mark, Func<T, bool> predicate, List<T> others)
    {
        if (Has(mark))
        {
            return;
        }

        foreach (var child in Children)
        {
            child.CollectOthers(mark, predicate, others);
        }

        if (Array.TrueForAll(Children, child => child.Has(mark)))
        {
            Set(mark);
        }
    }

    public override void CollectLinked(ulong wanted, Func<T, ulong> getLinks, List<T> linked)
    {
        if ((GetLinks(getLinks) & wanted) == 0)
        {
            return;
        }

        foreach (var child in Children)
        {
            child.CollectLinked(wanted, getLinks, linked);
        }
    }

    protected override ulong ComputeLinks(Func<T, ulong> getLinks)
    {
        var links = 0UL;
        foreach (var child in Children)
        {
            links |= child.GetLinks(getLinks);
        }

        return links;
    }

    private KeyedBranch<T> WithChildren(KeyedNode<T>[] children) => Added is null
        ? new KeyedBranch<T>(children)
        : new KeyedBranch<T>(children[0], (KeyedLeaf<T>)children[1]);

    private int IndexOfAdded(int added) => added < 0 ? added : GetStart(1) + added;

    private int GetStart(int child) => child == 0 ? 0 : _ends[child - 1];

    /// <summary>Finds the child with the item at a position.</summary>
    private int FindChild(int index)
    {
        var found = Array.BinarySearch(_ends, index);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Finds the last child that may have a key.</summary>
    private int FindChild(string key)
    {
        var (low, high) = (1, Children.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (Utf8Order.Compare(Children[middle].FirstKey, key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low - 1;
    }
}
