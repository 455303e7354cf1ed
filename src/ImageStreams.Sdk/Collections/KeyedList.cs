using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ImageStreams.Collections;

/// <summary>An immutable list that keeps its order and finds items by key in constant time.</summary>
/// <remarks>
/// <para>The default value is an empty list; JSON <c>null</c> and an absent field read as it. Compares by
/// content and order. Safe to share between threads.</para>
/// <para>The API's JSON may contain a name twice; the list then has both items, and a lookup finds the first, as in
/// OpenShift.</para>
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(KeyedList), nameof(KeyedList.Create))]
public readonly struct KeyedList<T> : IReadOnlyList<T>, IEquatable<KeyedList<T>>
    where T : class, IKeyed
{
    private readonly KeyedItems<T>? _items;

    private KeyedList(KeyedItems<T> items) => _items = items;

    /// <summary>The same items without their index; not a copy.</summary>
    private ValueList<T> Values => _items is null ? default : ValueList<T>.Own(_items.Items);

    /// <summary>The number of items.</summary>
    public int Count => _items?.Items.Length ?? 0;

    /// <summary>Gets a value indicating whether the list has no items.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>
    /// Gets a value indicating whether this is the default value, which JSON writes as <c>null</c> where it may not omit it.
    /// </summary>
    public bool IsNull => _items is null;

    /// <summary>The item at a zero-based position.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is negative or not below <see
    /// cref="Count"/>.</exception>
    public T this[int index] => AsSpan()[index];

    /// <summary>Compares the items and their order.</summary>
    public static bool operator ==(KeyedList<T> left, KeyedList<T> right) => left.Equals(right);

    /// <summary>Compares the items and their order.</summary>
    public static bool operator !=(KeyedList<T> left, KeyedList<T> right) => !left.Equals(right);

    /// <summary>Returns a read-only view of the items, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => Values.AsSpan();

    /// <summary>Finds the first item with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The item, or null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public T? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _items?.Find(key);
    }

    /// <summary>Finds the first item with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="item">The item, or null when there is none.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryGet(string key, [NotNullWhen(true)] out T? item)
    {
        item = Find(key);
        return item is not null;
    }

    /// <summary>Determines whether an item has a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when an item has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool Contains(string key) => IndexOf(key) >= 0;

    /// <summary>Finds the position of the first item with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The zero-based position, or -1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _items?.IndexOf(key) ?? -1;
    }

    /// <summary>Replaces the first item with the same key, or adds the item at the end.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public KeyedList<T> Set(T item)
    {
        ArgumentNullException.ThrowIfNull(item);

        var index = IndexOf(item.Key);
        if (index < 0)
        {
            return Own([.. AsSpan(), item]);
        }

        T[] items = [.. AsSpan()];
        items[index] = item;
        return Own(items);
    }

    /// <summary>Does the same as <see cref="Set"/> with each item, in time linear in both lists.</summary>
    internal KeyedList<T> SetAll(IEnumerable<T> items)
    {
        List<T> all = [.. AsSpan()];
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var index = IndexOf(item.Key);
            if (index < 0 && !added.TryGetValue(item.Key, out index))
            {
                index = all.Count;
                added[item.Key] = index;
                all.Add(item);
            }

            all[index] = item;
        }

        return Own([.. all]);
    }

    /// <summary>Changes each item; returns the same list when no item changed.</summary>
    internal KeyedList<T> Map(Func<T, T> change)
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

        return changed is null ? this : Own(changed);
    }

    /// <summary>
    /// Sorts the list by the UTF-8 bytes of its keys, keeps only the last item with a key, and changes each item; returns the
    /// same list when nothing changed.
    /// </summary>
    internal KeyedList<T> Sort(Func<T, T> change) =>
        KeySorter<T>.IsStrict(AsSpan()) ? Map(change) : Own(KeySorter<T>.Sort(AsSpan(), change));

    /// <summary>Removes all items with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The changed list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public KeyedList<T> Remove(string key) =>
        Contains(key) ? Own([.. this.Where(item => item.Key != key)]) : this;

    /// <summary>Enumerates the items without allocating.</summary>
    public ValueEnumerator<T> GetEnumerator() => Values.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items?.Items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KeyedList<T> other) => Values.Equals(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeyedList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.GetHashCode();

    /// <summary>Returns the items between brackets, for display.</summary>
    public override string ToString() => Values.ToString();

    /// <summary>Determines whether both are the same list, not just equal.</summary>
    internal bool IsSameAs(KeyedList<T> other) => ReferenceEquals(_items, other._items);

    /// <summary>Wraps an array that nothing else refers to.</summary>
    internal static KeyedList<T> Own(T[] items) => new(new KeyedItems<T>(items));
}
