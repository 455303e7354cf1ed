using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>An immutable map from text to values that compares by content.</summary>
/// <remarks>
/// <para>The default value is an empty map, and so is what the API leaves out or gives as <c>null</c>. Entries are
/// kept in the order of their keys' UTF-8 bytes, which is the order in which Go writes them. Safe to share between
/// threads.</para>
/// <para>As with <see cref="ValueList{T}"/>, JSON tells the default value (<c>null</c>) from an empty map
/// (<c>{}</c>), though the two are equal.</para>
/// </remarks>
/// <typeparam name="TValue">What a key stands for.</typeparam>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public readonly struct ValueMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<ValueMap<TValue>>
{
    private readonly KeyValuePair<string, TValue>[]? _entries;

    private ValueMap(KeyValuePair<string, TValue>[] entries) => _entries = entries;

    /// <summary>The number of entries.</summary>
    public int Count => _entries?.Length ?? 0;

    /// <summary>Whether the map has no entries.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>
    /// Whether this is the default value, which JSON writes as <c>null</c> where it may not leave it out.
    /// </summary>
    public bool IsNull => _entries is null;

    /// <summary>The keys, in the order of their UTF-8 bytes.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The values, in the order of their keys.</summary>
    public IEnumerable<TValue> Values => Entries.Select(entry => entry.Value);

    private KeyValuePair<string, TValue>[] Entries => _entries ?? [];

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">No entry has that key.</exception>
    public TValue this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no key '{key}'.");

    /// <summary>Whether both maps hold the same keys with equal values.</summary>
    public static bool operator ==(ValueMap<TValue> left, ValueMap<TValue> right) => left.Equals(right);

    /// <summary>Whether the maps differ in a key or a value.</summary>
    public static bool operator !=(ValueMap<TValue> left, ValueMap<TValue> right) => !left.Equals(right);

    /// <summary>A read-only view of the entries; no copy is made.</summary>
    public ReadOnlySpan<KeyValuePair<string, TValue>> AsSpan() => _entries;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? Entries[index].Value : default;
        return index >= 0;
    }

    /// <summary>The map in which a key stands for a value.</summary>
    public ValueMap<TValue> Set(string key, TValue value)
    {
        var index = IndexOf(key);
        var entry = KeyValuePair.Create(key, value);
        return new ValueMap<TValue>(index >= 0
            ? [.. AsSpan()[..index], entry, .. AsSpan()[(index + 1)..]]
            : [.. AsSpan()[..~index], entry, .. AsSpan()[~index..]]);
    }

    /// <summary>The map without a key.</summary>
    public ValueMap<TValue> Remove(string key) =>
        IndexOf(key) is var index and >= 0
            ? new ValueMap<TValue>([.. AsSpan()[..index], .. AsSpan()[(index + 1)..]])
            : this;

    /// <summary>Goes through the entries in the order of their keys without allocating.</summary>
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

    /// <summary>The entries between braces, for a person to read.</summary>
    public override string ToString() => $"{{{string.Join(", ", Entries.Select(e => $"{e.Key}: {e.Value}"))}}}";

    /// <summary>Wraps entries that are in order, without a key twice, in an array that nobody else holds.</summary>
    internal static ValueMap<TValue> Own(KeyValuePair<string, TValue>[] entries) => new(entries);

    private bool HasSameEntries(ValueMap<TValue> other)
    {
        for (var i = 0; i < Count; i++)
        {
            var (mine, theirs) = (Entries[i], other.Entries[i]);
            if (mine.Key != theirs.Key || !EqualityComparer<TValue>.Default.Equals(mine.Value, theirs.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The position of a key, or the complement of where it would stand.</summary>
    private int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);

        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Utf8Order.Compare(_entries![middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
