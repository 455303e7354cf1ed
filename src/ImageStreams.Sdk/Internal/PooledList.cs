using System.Buffers;

namespace ImageStreams.Internal;

/// <summary>A list that rents its memory from a pool, for short work that is done often.</summary>
/// <remarks>
/// Arrays of this size would otherwise be collected together with all live objects, which takes longer than the work. Used
/// by one thread, and not after it is disposed.
/// </remarks>
internal sealed class PooledList<T> : IDisposable
    where T : unmanaged
{
    private const int InitialLength = 64;

    private T[] _items = ArrayPool<T>.Shared.Rent(InitialLength);

    public int Count { get; private set; }

    /// <summary>The items; valid until the next <see cref="Add"/>.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    public ref T this[int index] => ref _items[index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>Copies the items into a list that outlives this one.</summary>
    public CopyOnWriteList<T> ToCopyOnWriteList()
    {
        var list = new CopyOnWriteList<T>(Count);
        for (var i = 0; i < Count; i++)
        {
            list.Change(i) = _items[i];
        }

        return list;
    }

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        (_items, Count) = ([], 0);
    }

    private void Grow()
    {
        var items = ArrayPool<T>.Shared.Rent(Math.Max(InitialLength, _items.Length * 2));
        Items.CopyTo(items);
        ArrayPool<T>.Shared.Return(_items);
        _items = items;
    }
}
