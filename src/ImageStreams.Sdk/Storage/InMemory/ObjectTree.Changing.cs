namespace ImageStreams.Storage;

internal readonly partial struct ObjectTree<T>
{
    // With weights of one more than the count, these two keep the tree balanced through every change (Hirai and
    // Yamamoto, "Balancing weight-balanced trees", 2011).
    private const long Delta = 3;
    private const long Gamma = 2;

    /// <summary>Returns the objects with one added, or replaced.</summary>
    public ObjectTree<T> Set(ObjectKey key, T value) => new(Set(_root, key, value));

    /// <summary>Returns the objects without the one of that key.</summary>
    public ObjectTree<T> Remove(ObjectKey key) => new(Remove(_root, key));

    // The recursion is as deep as the tree: below 80 for any number of objects that fits an int.
    private static TreeNode<T> Set(TreeNode<T>? node, ObjectKey key, T value)
    {
        if (node is null)
        {
            return new TreeNode<T>(key, value, null, null);
        }

        return node.CompareTo(key) switch
        {
            < 0 => Balance(node, Set(node.Left, key, value), node.Right),
            > 0 => Balance(node, node.Left, Set(node.Right, key, value)),
            _ => new TreeNode<T>(key, value, node.Left, node.Right),
        };
    }

    private static TreeNode<T>? Remove(TreeNode<T>? node, ObjectKey key)
    {
        if (node is null)
        {
            return null;
        }

        return node.CompareTo(key) switch
        {
            < 0 => Balance(node, Remove(node.Left, key), node.Right),
            > 0 => Balance(node, node.Left, Remove(node.Right, key)),
            _ => Join(node.Left, node.Right),
        };
    }

    private static TreeNode<T>? Join(TreeNode<T>? left, TreeNode<T>? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        return Balance(First(right), left, WithoutFirst(right));
    }

    private static TreeNode<T> First(TreeNode<T> node)
    {
        while (node.Left is not null)
        {
            node = node.Left;
        }

        return node;
    }

    private static TreeNode<T>? WithoutFirst(TreeNode<T> node) =>
        node.Left is null ? node.Right : Balance(node, WithoutFirst(node.Left), node.Right);

    // Creates the node between two trees, one of which may be too heavy or too light by one object.
    private static TreeNode<T> Balance(TreeNode<T> node, TreeNode<T>? left, TreeNode<T>? right)
    {
        if (right is not null && Weight(right) > Delta * Weight(left))
        {
            return RaiseRight(node, left, right);
        }

        return left is not null && Weight(left) > Delta * Weight(right)
            ? RaiseLeft(node, left, right)
            : node.Between(left, right);
    }

    private static TreeNode<T> RaiseRight(TreeNode<T> node, TreeNode<T>? left, TreeNode<T> right)
    {
        if (right.Left is not { } inner || Weight(inner) < Gamma * Weight(right.Right))
        {
            return right.Between(node.Between(left, right.Left), right.Right);
        }

        return inner.Between(node.Between(left, inner.Left), right.Between(inner.Right, right.Right));
    }

    private static TreeNode<T> RaiseLeft(TreeNode<T> node, TreeNode<T> left, TreeNode<T>? right)
    {
        if (left.Right is not { } inner || Weight(inner) < Gamma * Weight(left.Left))
        {
            return left.Between(left.Left, node.Between(left.Right, right));
        }

        return inner.Between(left.Between(left.Left, inner.Left), node.Between(inner.Right, right));
    }

    private static long Weight(TreeNode<T>? node) => TreeNode<T>.GetCount(node) + 1L;
}
