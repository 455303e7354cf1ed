using System.Buffers;
using System.Numerics;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>
/// Numbers nodes in the order in which they are added, so that facts about few of very many nodes take little memory.
/// </summary>
/// <remarks>
/// Uses a hash table of blocks: nodes that were created together tend to be looked up together, and their numbers are adjacent.
/// </remarks>
internal sealed class NodeMap : IDisposable
{
    private const int BlockBits = 4;
    private const int BlockSize = 1 << BlockBits;
    private const int MinSlots = 16;
    private const int GrowBy = 4;
    private const uint HashMultiplier = 2654435769;

    private readonly PooledList<int> _nodes = new();

    /// <summary>The block of each slot plus one; 0 for a free slot.</summary>
    private int[] _blocks;

    /// <summary>The numbers of the nodes of each slot's block plus one; 0 for a node without one.</summary>
    private int[] _numbers;

    private int _slotCount;
    private int _blockCount;

    /// <param name="expected">The number of nodes to expect, far apart; more may come.</param>
    public NodeMap(int expected = 0) =>
        (_blocks, _numbers) = Rent((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(MinSlots, expected * 2)));

    public int Count => _nodes.Count;

    /// <summary>The nodes, by their numbers.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.Items;

    /// <summary>The node of a number.</summary>
    public int this[int number] => _nodes[number];

    /// <summary>Adds a node with the next number, unless it has one.</summary>
    /// <returns>True when the node is new.</returns>
    public bool Add(int node)
    {
        _ = GetOrAddNumber(node, out var isNew);
        return isNew;
    }

    /// <summary>Gets the number of a node; a new node gets the next one.</summary>
    public int GetOrAddNumber(int node, out bool isNew)
    {
        var index = GetOrAddIndex(node); // may replace the array of numbers
        ref var number = ref _numbers[index];
        isNew = number == 0;
        if (isNew)
        {
            _nodes.Add(node);
            number = Count;
        }

        return number - 1;
    }

    /// <summary>Gets the number of a node, or <see cref="NodeRow.None"/>.</summary>
    public int Find(int node)
    {
        var slot = FindSlot(node >> BlockBits);
        return _blocks[slot] == 0 ? NodeRow.None : _numbers[GetIndex(slot, node)] - 1;
    }

    /// <summary>The nodes by their numbers, to be kept.</summary>
    public CopyOnWriteList<int> ToCopyOnWriteList() => CopyOnWriteList<int>.Create(_nodes.Items);

    public void Dispose()
    {
        _nodes.Dispose();
        Return(_blocks, _numbers);
        (_blocks, _numbers) = ([], []);
    }

    /// <summary>Gets the index of a node's number; a new block gets a slot.</summary>
    private int GetOrAddIndex(int node)
    {
        var slot = FindSlot(node >> BlockBits);
        if (_blocks[slot] != 0)
        {
            return GetIndex(slot, node);
        }

        if (_blockCount * 2 >= _slotCount)
        {
            Grow();
            slot = FindSlot(node >> BlockBits);
        }

        _blockCount++;
        _blocks[slot] = (node >> BlockBits) + 1;
        _numbers.AsSpan(slot * BlockSize, BlockSize).Clear();
        return GetIndex(slot, node);
    }

    private static int GetIndex(int slot, int node) => (slot * BlockSize) + (node & (BlockSize - 1));

    /// <summary>Finds the slot of a block, or the free one for it.</summary>
    private int FindSlot(int block)
    {
        var slot = (int)(((ulong)((uint)block * HashMultiplier) * (uint)_slotCount) >> 32);
        while (_blocks[slot] != 0 && _blocks[slot] != block + 1)
        {
            slot = (slot + 1) & (_slotCount - 1);
        }

        return slot;
    }

    private void Grow()
    {
        var blocks = _blocks;
        var numbers = _numbers;
        var slots = _slotCount;
        (_blocks, _numbers) = Rent(slots * GrowBy);
        for (var slot = 0; slot < slots; slot++)
        {
            if (blocks[slot] != 0)
            {
                var next = FindSlot(blocks[slot] - 1);
                _blocks[next] = blocks[slot];
                numbers.AsSpan(slot * BlockSize, BlockSize).CopyTo(_numbers.AsSpan(next * BlockSize));
            }
        }

        Return(blocks, numbers);
    }

    private (int[] Blocks, int[] Numbers) Rent(int slots)
    {
        _slotCount = slots;
        var blocks = ArrayPool<int>.Shared.Rent(slots);
        blocks.AsSpan(0, slots).Clear();
        return (blocks, ArrayPool<int>.Shared.Rent(slots * BlockSize));
    }

    private static void Return(int[] blocks, int[] numbers)
    {
        ArrayPool<int>.Shared.Return(blocks);
        ArrayPool<int>.Shared.Return(numbers);
    }
}
