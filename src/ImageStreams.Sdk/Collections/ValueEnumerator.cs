namespace ImageStreams.Collections;

/// <summary>Goes through the items of a value collection without allocating; may live across an <c>await</c>.</summary>
/// <typeparam name="T">What the collection holds.</typeparam>
#pragma warning disable CA1815 // Nobody compares enumerators.
public struct ValueEnumerator<T>
#pragma warning restore CA1815 // end of the declaration
{
    private readonly T[]? _items;
    private int _next;

    internal ValueEnumerator(T[]? items) => _items = items;

    /// <summary>The item that <see cref="MoveNext"/> came to.</summary>
    public readonly T Current => _items![_next - 1];

    /// <summary>Goes on to the next item; false at the end.</summary>
    public bool MoveNext() => _items is not null && _next++ < _items.Length;
}
