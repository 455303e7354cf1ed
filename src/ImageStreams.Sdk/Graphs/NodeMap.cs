using System.Numerics;

namespace ImageStreams.Graphs;

/// <summary>Numbers nodes in the order in which they come, so that what is known of few of very many takes little memory.</summary>
internal sealed class NodeMap
{
    private const uint Spread = 2654435769;

    private int[] _nodes;
    private int[] _slots;
    private int _shift;

    /// <param name="expected">How many nodes are expected; more are no harm.</param>
    public NodeMap(int expected = 16)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, expected * 2));
        (_nodes, _slots, _shift) = (new int[slots / 2], new int[slots], 32 - BitOperations.Log2((uint)slots));
    }

    public int Count { get; private set; }

    /// <summary>The node of a number.</summary>
    public int this[int number] => _nodes[number];

    /// <summary>The nodes, by their numbers.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.AsSpan(0, Count);

    /// <summary>Gives a node the next number, unless it has one.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(int node)
    {
        var slot = SlotOf(node);
        if (_slots[slot] != 0)
        {
            return false;
        }

        if (Count == _nodes.Length)
        {
            Grow();
            slot = SlotOf(node);
        }

        _nodes[Count++] = node;
        _slots[slot] = Count;
        return true;
    }

    /// <summary>The number of a node, or <see cref="NodeRow.None"/>.</summary>
    public int Find(int node) => _slots[SlotOf(node)] - 1;

    /// <summary>The slot that holds a node's number plus one, or the free one for it.</summary>
    private int SlotOf(int node)
    {
        var slot = (int)(((uint)node * Spread) >> _shift);
        while (_slots[slot] != 0 && _nodes[_slots[slot] - 1] != node)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _nodes, _nodes.Length * 2);
        _slots = new int[_slots.Length * 2];
        _shift--;
        for (var number = 0; number < Count; number++)
        {
            _slots[SlotOf(_nodes[number])] = number + 1;
        }
    }
}
