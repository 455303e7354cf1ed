using System.Buffers;

namespace ImageStreams.Internal;

/// <summary>A list with pooled memory, for short and frequent work.</summary>
/// <remarks>
/// Large arrays that live only briefly would cause full garbage collections that take longer than the work. Not
/// thread-safe; must not be used after it is disposed.
/// </remarks>
internal sealed class PooledList<T> : IDisposable
    where T : unmanaged
{
    private const int InitialLength = 64;

    private T[] _items = ArrayPool<T>.Shared.Rent(InitialLength);

    public int Count { get; private set; }

    /// <summary>The items, valid until the next <see cref="Add"/>.</summary>
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

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    private void Grow()
    {
        var items = ArrayPool<T>.Shared.Rent(Math.Max(InitialLength, _items.Length * 2));
        Items.CopyTo(items);
        ArrayPool<T>.Shared.Return(_items);
        _items = items;
    }
}
