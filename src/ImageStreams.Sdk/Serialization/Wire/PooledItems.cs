using System.Buffers;

namespace ImageStreams.Serialization;

/// <summary>Collects items in a growing pooled array.</summary>
internal ref struct PooledItems<T>
{
    private T[] _items = ArrayPool<T>.Shared.Rent(16);

    public PooledItems()
    {
    }

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>Copies the items and returns the pooled array; the builder must not be used after that.</summary>
    public readonly T[] ToArray()
    {
        var items = _items.AsSpan(0, Count).ToArray();
        ArrayPool<T>.Shared.Return(_items, clearArray: true);
        return items;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Count * 2);
        _items.AsSpan().CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items, clearArray: true);
        _items = larger;
    }
}
