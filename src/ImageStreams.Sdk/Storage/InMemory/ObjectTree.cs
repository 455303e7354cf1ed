using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Objects ordered by namespace and name in byte order; immutable.</summary>
/// <remarks>
/// A weight-balanced search tree: neither side of a node weighs more than three times the other. The weights also give
/// an object's position, by which pages and namespaces are cut. The default value has no objects.
/// </remarks>
internal readonly partial struct ObjectTree<T>
    where T : class
{
    private readonly TreeNode<T>? _root;

    private ObjectTree(TreeNode<T>? root) => _root = root;

    /// <summary>The topmost node; null when there are no objects.</summary>
    public TreeNode<T>? Root => _root;

    public int Count => TreeNode<T>.GetCount(_root);

    public T? Find(ObjectKey key)
    {
        var node = _root;
        while (node is not null)
        {
            var order = node.CompareTo(key);
            if (order == 0)
            {
                return node.Value;
            }

            node = order < 0 ? node.Left : node.Right;
        }

        return null;
    }

    /// <summary>Returns the positions of a namespace's objects, or of all objects when it is null.</summary>
    public (int Start, int Count) Range(string? ns)
    {
        var start = ns is null ? 0 : CountBefore(ns, inclusive: false);
        var end = ns is null ? Count : CountBefore(ns, inclusive: true);
        return (start, end - start);
    }

    /// <summary>Returns a number of objects from a position on; all of them must exist.</summary>
    public T[] Slice(int start, int count)
    {
        var items = new T[count];
        var path = PathTo(start);
        for (var i = 0; i < count; i++)
        {
            var node = path.Pop();
            items[i] = node.Value;
            PushLeft(path, node.Right);
        }

        return items;
    }

    // Creates the stack of the nodes from a position on: its node, or those above it, nearest on top.
    private Stack<TreeNode<T>> PathTo(int position)
    {
        var path = new Stack<TreeNode<T>>();
        var node = _root;
        while (node is not null)
        {
            var before = TreeNode<T>.GetCount(node.Left);
            if (position <= before)
            {
                path.Push(node);
                node = node.Left;
            }
            else
            {
                position -= before + 1;
                node = node.Right;
            }
        }

        return path;
    }

    private static void PushLeft(Stack<TreeNode<T>> path, TreeNode<T>? node)
    {
        for (; node is not null; node = node.Left)
        {
            path.Push(node);
        }
    }

    /// <summary>Counts the objects up to a key, including it.</summary>
    public int CountThrough(ObjectKey key)
    {
        var count = 0;
        var node = _root;
        while (node is not null)
        {
            var isThrough = node.CompareTo(key) >= 0;
            count += isThrough ? TreeNode<T>.GetCount(node.Left) + 1 : 0;
            node = isThrough ? node.Right : node.Left;
        }

        return count;
    }

    private int CountBefore(string ns, bool inclusive)
    {
        var count = 0;
        var node = _root;
        while (node is not null)
        {
            var order = Utf8Order.Compare(node.Key.Namespace, ns);
            var isBefore = order < 0 || (inclusive && order == 0);
            count += isBefore ? TreeNode<T>.GetCount(node.Left) + 1 : 0;
            node = isBefore ? node.Right : node.Left;
        }

        return count;
    }
}
