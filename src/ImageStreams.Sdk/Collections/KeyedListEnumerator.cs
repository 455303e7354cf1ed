namespace ImageStreams.Collections;

/// <summary>Enumerates a <see cref="KeyedList{T}"/> without allocating; may be used across an <c>await</c>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
#pragma warning disable CA1815 // Enumerators are not compared.
public struct KeyedListEnumerator<T>
#pragma warning restore CA1815 // end of the declaration
    where T : class, IKeyed
{
    private readonly KeyedNode<T>? _rest;
    private T[] _items;
    private int _next;
    private int _start;

    internal KeyedListEnumerator(KeyedNode<T>? node)
    {
        _rest = node as KeyedBranch<T>;
        _items = node is KeyedLeaf<T> leaf ? leaf.Items : [];
    }

    /// <summary>The current item.</summary>
    public readonly T Current => _items[_next - 1];

    /// <summary>Advances to the next item; returns false at the end.</summary>
    public bool MoveNext() => _next++ < _items.Length || MoveToNextLeaf();

    private bool MoveToNextLeaf()
    {
        _start += _items.Length;
        if (_rest is null || _start >= _rest.Count)
        {
            (_items, _next) = ([], 1);
            return false;
        }

        _items = _rest.GetLeaf(_start).Items;
        _next = 1;
        return true;
    }
}
