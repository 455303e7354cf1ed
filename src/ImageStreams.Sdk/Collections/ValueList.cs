using System.Collections;
using System.Runtime.CompilerServices;

namespace ImageStreams.Collections;

/// <summary>An immutable list that compares by content.</summary>
/// <remarks>
/// <para>The default value is an empty list; JSON <c>null</c> and an absent field read as it. Safe to share
/// between threads. Works with collection expressions: <c>ValueList&lt;string&gt; names = ["a", "b"];</c></para>
/// <para>Like Go, writes a nil list as <c>null</c> and an empty one as <c>[]</c> (see <see cref="IsNull"/>), though the two
/// are equal.</para>
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    private ValueList(T[] items) => _items = items;

    /// <summary>The number of items.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>Gets a value indicating whether the list has no items.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>
    /// Gets a value indicating whether this is the default value, which JSON writes as <c>null</c> where it may not omit it.
    /// </summary>
    public bool IsNull => _items is null;

    /// <summary>The item at a zero-based position.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is negative or not below <see
    /// cref="Count"/>.</exception>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>Compares the items and their order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Compares the items and their order.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Returns a read-only view of the items, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Adds an item at the end.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The changed list.</returns>
    public ValueList<T> Add(T item) => Insert(Count, item);

    /// <summary>Inserts an item.</summary>
    /// <param name="index">The position, from 0 to <see cref="Count"/>.</param>
    /// <param name="item">The item.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or above
    /// <see cref="Count"/>.</exception>
    public ValueList<T> Insert(int index, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)Count, nameof(index));

        var items = new T[Count + 1];
        AsSpan()[..index].CopyTo(items);
        items[index] = item;
        AsSpan()[index..].CopyTo(items.AsSpan(index + 1));
        return new ValueList<T>(items);
    }

    /// <summary>Replaces an item.</summary>
    /// <param name="index">The zero-based position.</param>
    /// <param name="item">The new item.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no item at <paramref name="index"/>.</exception>
    public ValueList<T> SetItem(int index, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));

        T[] items = [.. AsSpan()];
        items[index] = item;
        return new ValueList<T>(items);
    }

    /// <summary>Changes each item; returns the same list when no item changed.</summary>
    internal ValueList<T> Map(Func<T, T> change)
    {
        T[]? changed = null;
        for (var i = 0; i < Count; i++)
        {
            var item = change(this[i]);
            if (!ReferenceEquals(item, this[i]))
            {
                changed ??= AsSpan().ToArray();
                changed[i] = item;
            }
        }

        return changed is null ? this : new ValueList<T>(changed);
    }

    /// <summary>Determines whether both are the same list, not just equal.</summary>
    internal bool IsSameAs(ValueList<T> other) => ReferenceEquals(_items, other._items);

    /// <summary>Removes an item.</summary>
    /// <param name="index">The zero-based position.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no item at <paramref name="index"/>.</exception>
    public ValueList<T> RemoveAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));

        return new ValueList<T>([.. AsSpan()[..index], .. AsSpan()[(index + 1)..]]);
    }

    /// <summary>Enumerates the items without allocating.</summary>
    public ValueEnumerator<T> GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) =>
        ReferenceEquals(_items, other._items) || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the items between brackets, for display.</summary>
    public override string ToString() => $"[{string.Join(", ", (IEnumerable<T>)this)}]";

    /// <summary>Wraps an array that nothing else refers to.</summary>
    internal static ValueList<T> Own(T[] items) => new(items);
}
