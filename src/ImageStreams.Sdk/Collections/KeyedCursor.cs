namespace ImageStreams.Collections;

/// <summary>Walks over the items of a list, and passes over nodes as a whole where the walker knows them.</summary>
internal sealed class KeyedCursor<T>
    where T : class, IKeyed
{
    private const int ItemLevel = -1;
    private const int EndLevel = -2;

    private readonly Stack<(KeyedNode<T>[] Nodes, int Next)> _above = new();
    private KeyedNode<T>? _node;
    private T[] _items = [];
    private int _index;

    public KeyedCursor(KeyedNode<T>? root) => _node = root is { Count: > 0 } ? root : null;

    /// <summary>The node that the walk has reached and not entered; null within a leaf and at the end.</summary>
    public KeyedNode<T>? Node => _node;

    /// <summary>The item that the walk has reached in a leaf; null before a node and at the end.</summary>
    public T? Item => _node is null && _index < _items.Length ? _items[_index] : null;

    /// <summary>The height of the node, or less for an item, and least at the end.</summary>
    public int Level => _node?.Height ?? (Item is null ? EndLevel : ItemLevel);

    /// <summary>Moves two walks on to their next items, past all nodes that both have reached at once.</summary>
    /// <returns>False when both have ended.</returns>
    public static bool MoveToItems(KeyedCursor<T> one, KeyedCursor<T> other)
    {
        while (one._node is not null || other._node is not null)
        {
            if (ReferenceEquals(one._node, other._node))
            {
                one.MoveOn();
                other.MoveOn();
            }
            else
            {
                (one.Level >= other.Level ? one : other).Enter();
            }
        }

        return one.Item is not null || other.Item is not null;
    }

    /// <summary>Moves past an item.</summary>
    public void Advance()
    {
        _index++;
        if (_index == _items.Length)
        {
            MoveOn();
        }
    }

    private void Enter()
    {
        if (_node is KeyedBranch<T> branch)
        {
            _above.Push((branch.Children, 1));
            _node = branch.Children[0];
        }
        else
        {
            (_items, _index) = (((KeyedLeaf<T>)_node!).Items, 0);
            _node = null;
        }
    }

    /// <summary>Moves to the node after the current one.</summary>
    private void MoveOn()
    {
        (_node, _items, _index) = (null, [], 0);
        while (_node is null && _above.TryPop(out var above))
        {
            if (above.Next < above.Nodes.Length)
            {
                _above.Push((above.Nodes, above.Next + 1));
                _node = above.Nodes[above.Next];
            }
        }
    }
}
