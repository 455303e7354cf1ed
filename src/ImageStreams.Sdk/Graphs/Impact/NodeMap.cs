using System.Buffers;
using System.Numerics;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>Numbers nodes in the order in which they come, so that what is known of few of very many takes little memory.</summary>
/// <remarks>
/// A hash table of blocks: nodes that were made together tend to be asked for together, and find their numbers side by
/// side.
/// </remarks>
internal sealed class NodeMap : IDisposable
{
    private const int BlockBits = 4;
    private const int BlockSize = 1 << BlockBits;
    private const int MinSlots = 16;
    private const int GrowBy = 4;
    private const uint HashMultiplier = 2654435769;

    private readonly PooledList<int> _nodes = new();

    /// <summary>For each slot its block and one; 0 where it is free.</summary>
    private int[] _blocks;

    /// <summary>For each slot the numbers of its block's nodes and one; 0 of those that have none.</summary>
    private int[] _numbers;

    private int _slotCount;
    private int _blockCount;

    /// <param name="expected">How many nodes are expected, lying far apart; more are no harm.</param>
    public NodeMap(int expected = 0) =>
        (_blocks, _numbers) = Rent((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(MinSlots, expected * 2)));

    public int Count => _nodes.Count;

    /// <summary>The nodes, by their numbers.</summary>
    public ReadOnlySpan<int> Nodes => _nodes.Items;

    /// <summary>The node of a number.</summary>
    public int this[int number] => _nodes[number];

    /// <summary>Gives a node the next number, unless it has one.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(int node)
    {
        _ = GetOrAddNumber(node, out var isNew);
        return isNew;
    }

    /// <summary>The number of a node, which is the next one for a node that is new.</summary>
    public int GetOrAddNumber(int node, out bool isNew)
    {
        var place = GetOrAddIndex(node); // which may lay the numbers anew
        ref var number = ref _numbers[place];
        isNew = number == 0;
        if (isNew)
        {
            _nodes.Add(node);
            number = Count;
        }

        return number - 1;
    }

    /// <summary>The number of a node, or <see cref="NodeRow.None"/>.</summary>
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

    /// <summary>Where the number of a node stands; its block gets a slot if it has none.</summary>
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

    /// <summary>The slot that a block is in, or the free one for it.</summary>
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
        var (blocks, numbers, slots) = (_blocks, _numbers, _slotCount);
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
