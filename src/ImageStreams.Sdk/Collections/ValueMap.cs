using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>An immutable map with string keys that compares by content.</summary>
/// <remarks>
/// <para>The default value is an empty map; JSON <c>null</c> and an absent field read as it. Entries are in the order of
/// their keys' UTF-8 bytes, as Go writes them. Safe to share between threads.</para>
/// <para>As with <see cref="ValueList{T}"/>, JSON represents the default value as <c>null</c> and an empty map as <c>{}</c>,
/// though the two are equal.</para>
/// </remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public readonly struct ValueMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<ValueMap<TValue>>
{
    private readonly KeyValuePair<string, TValue>[]? _entries;

    private ValueMap(KeyValuePair<string, TValue>[] entries) => _entries = entries;

    /// <summary>The number of entries.</summary>
    public int Count => _entries?.Length ?? 0;

    /// <summary>Gets a value indicating whether the map has no entries.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>
    /// Gets a value indicating whether this is the default value, which JSON writes as <c>null</c> where it may not omit it.
    /// </summary>
    public bool IsNull => _entries is null;

    /// <summary>The keys, in the order of their UTF-8 bytes.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The values, in the order of their keys.</summary>
    public IEnumerable<TValue> Values => Entries.Select(entry => entry.Value);

    private KeyValuePair<string, TValue>[] Entries => _entries ?? [];

    /// <summary>The value of a key.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="KeyNotFoundException">No entry has that key.</exception>
    public TValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no key '{key}'.");

    /// <summary>Compares the keys and their values.</summary>
    public static bool operator ==(ValueMap<TValue> left, ValueMap<TValue> right) => left.Equals(right);

    /// <summary>Compares the keys and their values.</summary>
    public static bool operator !=(ValueMap<TValue> left, ValueMap<TValue> right) => !left.Equals(right);

    /// <summary>Returns a read-only view of the entries, without a copy.</summary>
    public ReadOnlySpan<KeyValuePair<string, TValue>> AsSpan() => _entries;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? Entries[index].Value : default;
        return index >= 0;
    }

    /// <summary>Adds an entry, or replaces the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>The changed map.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ValueMap<TValue> Set(string key, TValue value)
    {
        var index = IndexOf(key);
        var entry = KeyValuePair.Create(key, value);
        return new ValueMap<TValue>(index >= 0
            ? [.. AsSpan()[..index], entry, .. AsSpan()[(index + 1)..]]
            : [.. AsSpan()[..~index], entry, .. AsSpan()[~index..]]);
    }

    /// <summary>Removes an entry.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The map without the key.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ValueMap<TValue> Remove(string key)
    {
        var index = IndexOf(key);
        return index >= 0
            ? new ValueMap<TValue>([.. AsSpan()[..index], .. AsSpan()[(index + 1)..]])
            : this;
    }

    /// <summary>Enumerates the entries in the order of their keys, without allocating.</summary>
    public ValueEnumerator<KeyValuePair<string, TValue>> GetEnumerator() => new(_entries);

    IEnumerator<KeyValuePair<string, TValue>> IEnumerable<KeyValuePair<string, TValue>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, TValue>>)Entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Entries.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueMap<TValue> other) =>
        ReferenceEquals(_entries, other._entries) || (Count == other.Count && HasSameEntries(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueMap<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, value) in AsSpan())
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the entries between braces, for display.</summary>
    public override string ToString() => $"{{{string.Join(", ", Entries.Select(e => $"{e.Key}: {e.Value}"))}}}";

    /// <summary>Wraps an array that nothing else refers to; its entries are in order, and every key occurs once.</summary>
    internal static ValueMap<TValue> Own(KeyValuePair<string, TValue>[] entries) => new(entries);

    /// <summary>Determines whether both are the same map, not just equal.</summary>
    internal bool IsSameAs(ValueMap<TValue> other) => ReferenceEquals(_entries, other._entries);

    private bool HasSameEntries(ValueMap<TValue> other)
    {
        for (var i = 0; i < Count; i++)
        {
            var mine = Entries[i];
            var theirs = other.Entries[i];
            if (mine.Key != theirs.Key || !EqualityComparer<TValue>.Default.Equals(mine.Value, theirs.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the position of a key, or the complement of the position at which to insert it.</summary>
    private int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);

        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Utf8Order.Compare(_entries![middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
