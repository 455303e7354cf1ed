using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ImageStreams.Collections;

/// <summary>An immutable list that keeps its order and finds items by key.</summary>
/// <remarks>
/// <para>Finds an item in constant time; in a list of more than 64 items that was changed, in logarithmic time, because such a
/// list shares its items with the list that it was changed from: a change of one item of 10,000 keeps 1 KiB more.</para>
/// <para>The default value is an empty list; JSON <c>null</c> and an absent field read as it. Compares by
/// content and order. Safe to share between threads.</para>
/// <para>The API's JSON may contain a name twice; the list then has both items, and a lookup finds the first, as in
/// OpenShift.</para>
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(KeyedList), nameof(KeyedList.Create))]
public readonly partial struct KeyedList<T> : IReadOnlyList<T>, IEquatable<KeyedList<T>>
    where T : class, IKeyed
{
    private readonly KeyedNode<T>? _node;

    private KeyedList(KeyedNode<T> node) => _node = node;

    /// <summary>The number of items.</summary>
    public int Count => _node is KeyedLeaf<T> leaf ? leaf.Items.Length : _node?.Count ?? 0;

    /// <summary>Gets a value indicating whether the list has no items.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>
    /// Gets a value indicating whether this is the default value, which JSON writes as <c>null</c> where it may not omit it.
    /// </summary>
    public bool IsNull => _node is null;

    /// <summary>The item at a zero-based position.</summary>
    /// <exception cref="IndexOutOfRangeException">The position is negative or not below <see
    /// cref="Count"/>.</exception>
    public T this[int index] => _node is KeyedBranch<T> tree && (uint)index < (uint)tree.Count ? tree[index] : AsLeaf()[index];

    /// <summary>Compares the items and their order.</summary>
    public static bool operator ==(KeyedList<T> left, KeyedList<T> right) => left.Equals(right);

    /// <summary>Compares the items and their order.</summary>
    public static bool operator !=(KeyedList<T> left, KeyedList<T> right) => !left.Equals(right);

    /// <summary>Returns the items as a span.</summary>
    /// <remarks>A view without a copy, except of a list of more than 64 items that was changed: its items are copied, because
    /// it shares them in parts with the list that it was changed from.</remarks>
    public ReadOnlySpan<T> AsSpan() => _node is KeyedBranch<T> tree ? tree.ToArray() : AsLeaf();

    /// <summary>Finds the first item with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The item, or null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public T? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _node?.Find(key);
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
        return _node?.IndexOf(key) ?? -1;
    }

    /// <summary>Enumerates the items without allocating.</summary>
    public KeyedListEnumerator<T> GetEnumerator() => new(_node);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() =>
        _node is KeyedBranch<T> ? EnumerateTree() : ((IEnumerable<T>)((_node as KeyedLeaf<T>)?.Items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(KeyedList<T> other) =>
        ReferenceEquals(_node, other._node) || (Count == other.Count && HasSameItems(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeyedList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in this)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the items between brackets, for display.</summary>
    public override string ToString() => $"[{string.Join(", ", (IEnumerable<T>)this)}]";

    /// <summary>Determines whether both are the same list, not just equal.</summary>
    internal bool IsSameAs(KeyedList<T> other) => ReferenceEquals(_node, other._node);

    /// <summary>Wraps an array that nothing else refers to.</summary>
    internal static KeyedList<T> Own(T[] items) => new(new KeyedLeaf<T>(items));

    private ReadOnlySpan<T> AsLeaf() => (_node as KeyedLeaf<T>)?.Items;

    private IEnumerator<T> EnumerateTree()
    {
        foreach (var item in this)
        {
            yield return item;
        }
    }

    private bool HasSameItems(KeyedList<T> other)
    {
        if (_node is not KeyedBranch<T> && other._node is not KeyedBranch<T>)
        {
            return AsLeaf().SequenceEqual(other.AsLeaf(), EqualityComparer<T>.Default);
        }

        var (mine, theirs) = (new KeyedCursor<T>(_node), new KeyedCursor<T>(other._node));
        while (KeyedCursor<T>.MoveToItems(mine, theirs))
        {
            if (!EqualityComparer<T>.Default.Equals(mine.Item, theirs.Item))
            {
                return false;
            }

            mine.Advance();
            theirs.Advance();
        }

        return true;
    }
}
