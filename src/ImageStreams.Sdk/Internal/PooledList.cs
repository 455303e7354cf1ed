using System.Buffers;
using ImageStreams.Graphs;

namespace ImageStreams.Internal;

/// <summary>A list that borrows its memory, for work that is done in an instant and done often.</summary>
/// <remarks>
/// What is thrown away each time in pieces this large is collected with everything else that is alive, and that takes
/// longer than the work. Used by one thread, and not any more once it is disposed.
/// </remarks>
internal sealed class PooledList<T> : IDisposable
    where T : unmanaged
{
    private const int InitialLength = 64;

    private T[] _items = ArrayPool<T>.Shared.Rent(InitialLength);

    public int Count { get; private set; }

    /// <summary>The items; not to be kept beyond the next <see cref="Add"/>.</summary>
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

    /// <summary>The items, to be kept.</summary>
    public CopyOnWriteList<T> ToPages()
    {
        var pages = new CopyOnWriteList<T>(Count);
        for (var i = 0; i < Count; i++)
        {
            pages.Change(i) = _items[i];
        }

        return pages;
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
