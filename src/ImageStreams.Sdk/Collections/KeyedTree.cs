using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>Creates search trees of items and changes them.</summary>
/// <remarks>A change creates only the nodes from the root to the changed items.</remarks>
internal static class KeyedTree<T>
    where T : class, IKeyed
{
    /// <summary>The maximum number of items of a leaf and of children of a branch.</summary>
    public const int MaxWidth = 32;

    // Leaves room for items to be added without a split.
    private const int InitialWidth = 24;
    private const int MinWidth = 8;

    /// <summary>Creates a tree.</summary>
    /// <param name="items">The items in ascending order; not empty.</param>
    public static KeyedNode<T> Create(ReadOnlySpan<T> items)
    {
        var nodes = new List<KeyedNode<T>>();
        AddLeaves(items, InitialWidth, nodes);
        return Join(nodes)!;
    }

    /// <summary>Applies edits to a tree; null when no item is left.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="edits">The edits, in ascending order, each key once.</param>
    public static KeyedNode<T>? Apply(KeyedNode<T> root, ReadOnlySpan<KeyedEdit<T>> edits)
    {
        var nodes = new List<KeyedNode<T>>();
        Apply(root, edits, nodes);
        return Join(nodes);
    }

    /// <summary>Merges items in ascending order with edits.</summary>
    public static T[] Merge(ReadOnlySpan<T> items, ReadOnlySpan<KeyedEdit<T>> edits)
    {
        var merged = new List<T>(items.Length + edits.Length);
        var next = 0;
        foreach (var edit in edits)
        {
            while (next < items.Length && Utf8Order.Compare(items[next].Key, edit.Key) < 0)
            {
                merged.Add(items[next++]);
            }

            next += next < items.Length && items[next].Key == edit.Key ? 1 : 0;
            if (edit.Item is not null)
            {
                merged.Add(edit.Item);
            }
        }

        merged.AddRange(items[next..]);
        return [.. merged];
    }

    /// <summary>Applies edits to a node, and adds the resulting nodes, which have its height.</summary>
    private static void Apply(KeyedNode<T> node, ReadOnlySpan<KeyedEdit<T>> edits, List<KeyedNode<T>> results)
    {
        if (edits.IsEmpty)
        {
            results.Add(node);
        }
        else if (node is KeyedLeaf<T> leaf)
        {
            AddLeaves(Merge(leaf.Items, edits), MaxWidth, results);
        }
        else
        {
            AddBranches(ApplyToChildren((KeyedBranch<T>)node, edits), results);
        }
    }

    private static List<KeyedNode<T>> ApplyToChildren(KeyedBranch<T> branch, ReadOnlySpan<KeyedEdit<T>> edits)
    {
        var children = new List<KeyedNode<T>>(branch.Children.Length + 1);
        for (var i = 0; i < branch.Children.Length; i++)
        {
            var isLast = i + 1 == branch.Children.Length;
            var own = isLast ? edits.Length : CountBefore(edits, branch.Children[i + 1].FirstKey);
            Apply(branch.Children[i], edits[..own], children);
            edits = edits[own..];
        }

        WidenNarrow(children);
        return children;
    }

    private static int CountBefore(ReadOnlySpan<KeyedEdit<T>> edits, string key)
    {
        var count = 0;
        while (count < edits.Length && Utf8Order.Compare(edits[count].Key, key) < 0)
        {
            count++;
        }

        return count;
    }

    /// <summary>Merges nodes that have become narrow with a neighbor, so that the tree stays flat.</summary>
    private static void WidenNarrow(List<KeyedNode<T>> nodes)
    {
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            if (Math.Min(GetWidth(nodes[i - 1]), GetWidth(nodes[i])) < MinWidth)
            {
                var both = new List<KeyedNode<T>>();
                AddMerged(nodes[i - 1], nodes[i], both);
                nodes.RemoveRange(i - 1, 2);
                nodes.InsertRange(i - 1, both);
            }
        }
    }

    private static void AddMerged(KeyedNode<T> left, KeyedNode<T> right, List<KeyedNode<T>> results)
    {
        if (left is KeyedLeaf<T> leaf)
        {
            AddLeaves([.. leaf.Items, .. ((KeyedLeaf<T>)right).Items], MaxWidth, results);
        }
        else
        {
            AddBranches([.. ((KeyedBranch<T>)left).Children, .. ((KeyedBranch<T>)right).Children], results);
        }
    }

    private static int GetWidth(KeyedNode<T> node) => node is KeyedBranch<T> branch ? branch.Children.Length : node.Count;

    private static KeyedNode<T>? Join(List<KeyedNode<T>> nodes)
    {
        while (nodes.Count > 1)
        {
            var above = new List<KeyedNode<T>>();
            AddBranches(nodes, above);
            nodes = above;
        }

        var root = nodes.Count == 0 ? null : nodes[0];
        while (root is KeyedBranch<T> { Children: [var only] })
        {
            root = only;
        }

        return root;
    }

    private static void AddLeaves(ReadOnlySpan<T> items, int width, List<KeyedNode<T>> results)
    {
        for (var parts = CountParts(items.Length, width); parts > 0; parts--)
        {
            var length = CountParts(items.Length, parts);
            var leaf = new KeyedLeaf<T>(items[..length].ToArray());
            leaf.Set(ItemMarks.Strict);
            results.Add(leaf);
            items = items[length..];
        }
    }

    private static void AddBranches(List<KeyedNode<T>> children, List<KeyedNode<T>> results)
    {
        var start = 0;
        for (var parts = CountParts(children.Count, MaxWidth); parts > 0; parts--)
        {
            var length = CountParts(children.Count - start, parts);
            results.Add(new KeyedBranch<T>([.. children.GetRange(start, length)]));
            start += length;
        }
    }

    /// <summary>Divides and rounds up.</summary>
    private static int CountParts(int length, int width) => (length + width - 1) / width;
}
