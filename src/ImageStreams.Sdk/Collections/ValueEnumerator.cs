namespace ImageStreams.Collections;

/// <summary>Enumerates a value collection without allocating; may be used across an <c>await</c>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
#pragma warning disable CA1815 // Enumerators are not compared.
public struct ValueEnumerator<T>
#pragma warning restore CA1815 // end of the declaration
{
    private readonly T[]? _items;
    private int _next;

    internal ValueEnumerator(T[]? items) => _items = items;

    /// <summary>The current item.</summary>
    public readonly T Current => _items![_next - 1];

    /// <summary>Advances to the next item; returns false at the end.</summary>
    public bool MoveNext() => _items is not null && _next++ < _items.Length;
}
