using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ImageStreams.Collections;

/// <summary>An immutable list whose items are found by their key in constant time; the order is kept.</summary>
/// <remarks>
/// <para>The default value is an empty list, and so is what the API leaves out or gives as <c>null</c>. Compares by
/// content and order. Safe to share between threads.</para>
/// <para>Nothing in the API's JSON keeps a name from occurring twice; the list holds both, and a look-up finds the
/// first, as OpenShift does.</para>
/// </remarks>
/// <typeparam name="T">What the list holds.</typeparam>
[CollectionBuilder(typeof(KeyedList), nameof(KeyedList.Create))]
public readonly struct KeyedList<T> : IReadOnlyList<T>, IEquatable<KeyedList<T>>
    where T : class, IKeyed
{
    private readonly KeyedItems<T>? _items;

    private KeyedList(KeyedItems<T> items) => _items = items;

    /// <summary>The same items without their index; no copy is made.</summary>
    private ValueList<T> Values => _items is null ? default : ValueList<T>.Own(_items.Items);

    /// <summary>The number of items.</summary>
    public int Count => _items?.Items.Length ?? 0;

    /// <summary>Whether the list has no items.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>
    /// Whether this is the default value, which JSON writes as <c>null</c> where it may not leave it out.
    /// </summary>
    public bool IsNull => _items is null;

    /// <summary>The item at a position, counted from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is negative or not below <see
    /// cref="Count"/>.</exception>
    public T this[int index] => AsSpan()[index];

    /// <summary>Whether both lists hold equal items in the same order.</summary>
    public static bool operator ==(KeyedList<T> left, KeyedList<T> right) => left.Equals(right);

    /// <summary>Whether the lists differ in an item or in their length.</summary>
    public static bool operator !=(KeyedList<T> left, KeyedList<T> right) => !left.Equals(right);

    /// <summary>A read-only view of the items; no copy is made.</summary>
    public ReadOnlySpan<T> AsSpan() => Values.AsSpan();

    /// <summary>The first item of that key, or null.</summary>
    public T? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _items?.Find(key);
    }

    /// <summary>Looks for the first item of that key.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out T? item) => (item = Find(key)) is not null;

    /// <summary>Whether an item has that key.</summary>
    public bool Contains(string key) => IndexOf(key) >= 0;

    /// <summary>The position of the first item of that key, or -1.</summary>
    public int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _items?.IndexOf(key) ?? -1;
    }

    /// <summary>
    /// The list in which an item takes the place of the first one of its key, or is added at the end.
    /// </summary>
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

    /// <summary>What <see cref="Set"/> makes of the items one after the other, in time linear in both lists.</summary>
    internal KeyedList<T> SetAll(IEnumerable<T> items)
    {
        List<T> all = [.. AsSpan()];
        var added = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var index = IndexOf(item.Key);
            if (index < 0 && !added.TryGetValue(item.Key, out index))
            {
                index = added[item.Key] = all.Count;
                all.Add(item);
            }

            all[index] = item;
        }

        return Own([.. all]);
    }

    /// <summary>The list with each item changed; the same one when no item is.</summary>
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
    /// The list in the order of its keys' UTF-8 bytes, of items with one key only the last, with each item changed; the
    /// same one when nothing is.
    /// </summary>
    internal KeyedList<T> Sort(Func<T, T> change) =>
        KeySorter<T>.IsStrict(AsSpan()) ? Map(change) : Own(KeySorter<T>.Sort(AsSpan(), change));

    /// <summary>The list without any item of that key.</summary>
    public KeyedList<T> Remove(string key) =>
        Contains(key) ? Own([.. this.Where(item => item.Key != key)]) : this;

    /// <summary>Goes through the items without allocating.</summary>
    public ValueEnumerator<T> GetEnumerator() => Values.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items?.Items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KeyedList<T> other) => Values.Equals(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeyedList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.GetHashCode();

    /// <summary>The items between brackets, for a person to read.</summary>
    public override string ToString() => Values.ToString();

    /// <summary>Whether both are the same list, and not only equal.</summary>
    internal bool IsSameAs(KeyedList<T> other) => ReferenceEquals(_items, other._items);

    /// <summary>Wraps an array that nobody else holds.</summary>
    internal static KeyedList<T> Own(T[] items) => new(new KeyedItems<T>(items));
}
