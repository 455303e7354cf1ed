using System.Buffers;
using ImageStreams.Internal;

namespace ImageStreams.Collections;

/// <summary>Sorts items by the UTF-8 bytes of their keys.</summary>
/// <remarks>
/// Merges the runs that are already in order. Most lists of tags are one run, or a few, like numbered names without leading
/// zeros; then it reads each key little more than once. It merges the beginnings of the keys as numbers, adjacent in memory,
/// because fetching a key again costs more than comparing.
/// </remarks>
internal ref struct KeySorter<T>
    where T : class, IKeyed
{
    private readonly ReadOnlySpan<T> _items;
    private Span<Entry> _entries;
    private Span<Entry> _merged;
    private bool _hasDuplicates;

    private KeySorter(ReadOnlySpan<T> items, Span<Entry> entries, Span<Entry> merged)
    {
        _items = items;
        _entries = entries;
        _merged = merged;
        if (!TryReadPrefixes(FindSharedPrefix(items[..1], items[^1])))
        {
            _ = TryReadPrefixes(FindSharedPrefix(items, items[^1]));
        }
    }

    /// <summary>Determines whether the items are in order and every key occurs once.</summary>
    public static bool IsStrict(ReadOnlySpan<T> items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (Utf8Order.Compare(items[i - 1].Key, items[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the items in order; of items with the same key only the last.</summary>
    /// <param name="items">The items; not empty.</param>
    /// <param name="change">The change to make to each item; it must keep the key.</param>
    public static T[] Sort(ReadOnlySpan<T> items, Func<T, T> change)
    {
        var entries = ArrayPool<Entry>.Shared.Rent(2 * items.Length);
        var order = new KeySorter<T>(
            items, entries.AsSpan(0, items.Length), entries.AsSpan(items.Length, items.Length));
        order.Sort();
        var sorted = order._hasDuplicates ? order.SelectLastOfEachKey(change) : order.Select(change);
        ArrayPool<Entry>.Shared.Return(entries);
        return sorted;
    }

    private void Sort()
    {
        var ends = FindRuns();
        while (ends.Count > 1)
        {
            ends = MergePairs(ends);
            var merged = _merged;
            _merged = _entries;
            _entries = merged;
        }
    }

    /// <summary>Finds the ends of the runs that are in order.</summary>
    private List<int> FindRuns()
    {
        var ends = new List<int>();
        for (var i = 1; i < _entries.Length; i++)
        {
            if (Precedes(_entries[i], _entries[i - 1]))
            {
                ends.Add(i);
            }
        }

        ends.Add(_entries.Length);
        return ends;
    }

    private List<int> MergePairs(List<int> ends)
    {
        var next = new List<int>((ends.Count + 1) / 2);
        var start = 0;
        for (var run = 0; run < ends.Count; run += 2)
        {
            var end = ends[Math.Min(run + 1, ends.Count - 1)];
            Merge(start, ends[run], end);
            next.Add(end);
            start = end;
        }

        return next;
    }

    /// <summary>Merges two runs; of items with the same key, those of the first run come first.</summary>
    private void Merge(int left, int right, int end)
    {
        var middle = right;
        for (var next = left; next < end; next++)
        {
            var takesRight = left == middle || (right < end && Precedes(_entries[right], _entries[left]));
            _merged[next] = _entries[takesRight ? right++ : left++];
        }
    }

    /// <summary>Determines whether an item belongs before another that precedes it now.</summary>
    private bool Precedes(Entry entry, Entry other)
    {
        if (entry.Prefix != other.Prefix)
        {
            return entry.Prefix < other.Prefix;
        }

        var order = Utf8Order.Compare(_items[entry.Index].Key, _items[other.Index].Key);
        _hasDuplicates |= order == 0;
        return order < 0;
    }

    private readonly T[] Select(Func<T, T> change)
    {
        var sorted = new T[_items.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = change(At(i));
        }

        return sorted;
    }

    private readonly T[] SelectLastOfEachKey(Func<T, T> change)
    {
        var lasts = new List<T>(_items.Length);
        for (var i = 0; i < _items.Length; i++)
        {
            if (i + 1 == _items.Length || At(i).Key != At(i + 1).Key)
            {
                lasts.Add(change(At(i)));
            }
        }

        return [.. lasts];
    }

    private readonly T At(int position) => _items[_entries[position].Index];

    /// <summary>Reads the keys after a prefix that all of them share; false when one does not have it.</summary>
    private readonly bool TryReadPrefixes(ReadOnlySpan<char> shared)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            var key = _items[i].Key.AsSpan();
            if (!key.StartsWith(shared))
            {
                return false;
            }

            _entries[i] = new Entry(Utf8Prefix.Compute(key[shared.Length..]), i);
        }

        return true;
    }

    private static ReadOnlySpan<char> FindSharedPrefix(ReadOnlySpan<T> items, T another)
    {
        var shared = another.Key.AsSpan();
        foreach (var item in items)
        {
            shared = shared[..shared.CommonPrefixLength(item.Key)];
        }

        return shared;
    }

    /// <summary>An item by its position, and the beginning of its key.</summary>
    private readonly record struct Entry(ulong Prefix, int Index);
}
