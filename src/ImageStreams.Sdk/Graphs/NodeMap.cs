using System.Buffers;
using System.Numerics;

namespace ImageStreams.Graphs;

/// <summary>Numbers nodes in the order in which they come, so that what is known of few of very many takes little memory.</summary>
internal sealed class NodeMap : IDisposable
{
    private const uint Spread = 2654435769;
    private const int FewestSlots = 32;
    private const int GrowBy = 4;

    private readonly PooledList<int> _nodes = new();
    private (int NodeAndOne, int Number)[] _slots;
    private int _slotCount;

    /// <param name="expected">How many nodes are expected; more are no harm.</param>
    public NodeMap(int expected = 0)
    {
        _slotCount = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestSlots, expected * 2));
        _slots = RentSlots();
    }

    public int Count => _nodes.Count;

    /// <summary>The nodes, by their numbers.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.Items;

    /// <summary>The node of a number.</summary>
    public int this[int number] => _nodes[number];

    /// <summary>Gives a node the next number, unless it has one.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(int node)
    {
        _ = NumberOf(node, out var isNew);
        return isNew;
    }

    /// <summary>The number of a node, which is the next one for a node that is new.</summary>
    public int NumberOf(int node, out bool isNew)
    {
        if (Count * 2 >= _slotCount)
        {
            Grow();
        }

        ref var slot = ref _slots[SlotOf(node)];
        isNew = slot.NodeAndOne == 0;
        if (isNew)
        {
            slot = (node + 1, Count);
            _nodes.Add(node);
        }

        return slot.Number;
    }

    /// <summary>The number of a node, or <see cref="NodeRow.None"/>.</summary>
    public int Find(int node)
    {
        var slot = _slots[SlotOf(node)];
        return slot.NodeAndOne == 0 ? NodeRow.None : slot.Number;
    }

    /// <summary>The nodes by their numbers, to be kept.</summary>
    public Pages<int> ToPages() => _nodes.ToPages();

    public void Dispose()
    {
        _nodes.Dispose();
        ArrayPool<(int, int)>.Shared.Return(_slots);
        _slots = [];
    }

    /// <summary>The slot that a node is in, or the free one for it.</summary>
    private int SlotOf(int node)
    {
        var slot = (int)(((ulong)((uint)node * Spread) * (uint)_slotCount) >> 32);
        while (_slots[slot].NodeAndOne != 0 && _slots[slot].NodeAndOne != node + 1)
        {
            slot = (slot + 1) & (_slotCount - 1);
        }

        return slot;
    }

    private void Grow()
    {
        ArrayPool<(int, int)>.Shared.Return(_slots);
        _slotCount *= GrowBy;
        _slots = RentSlots();
        for (var number = 0; number < Count; number++)
        {
            _slots[SlotOf(_nodes[number])] = (_nodes[number] + 1, number);
        }
    }

    private (int NodeAndOne, int Number)[] RentSlots()
    {
        var slots = ArrayPool<(int, int)>.Shared.Rent(_slotCount);
        slots.AsSpan(0, _slotCount).Clear();
        return slots;
    }
}
