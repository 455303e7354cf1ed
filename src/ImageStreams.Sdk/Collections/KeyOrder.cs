using ImageStreams.References;

namespace ImageStreams.Collections;

/// <summary>Puts items into the order of their keys' UTF-8 bytes.</summary>
/// <remarks>
/// A merge of the runs that are in order already. Lists of tags mostly are, or consist of a few runs, as numbered names
/// do where the numbers have no leading zeros; then it takes hardly more than one look at each key.
/// </remarks>
internal sealed class KeyOrder<T>
    where T : class, IKeyed
{
    private T[] _items;
    private T[] _merged;
    private bool _hasTwins;

    private KeyOrder(ReadOnlySpan<T> items) => (_items, _merged) = (items.ToArray(), new T[items.Length]);

    /// <summary>Whether the items are in that order, each key once.</summary>
    public static bool IsStrict(ReadOnlySpan<T> items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (Compare(items[i - 1], items[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The items in that order; of those with one key only the last.</summary>
    public static T[] Sort(ReadOnlySpan<T> items) => new KeyOrder<T>(items).Sort();

    private T[] Sort()
    {
        var ends = FindRuns();
        while (ends.Count > 1)
        {
            ends = MergePairs(ends);
            (_items, _merged) = (_merged, _items);
        }

        return _hasTwins ? LastOfEach() : _items;
    }

    /// <summary>The ends of the runs that are in order.</summary>
    private List<int> FindRuns()
    {
        var ends = new List<int>();
        for (var i = 1; i < _items.Length; i++)
        {
            if (Precedes(_items[i], _items[i - 1]))
            {
                ends.Add(i);
            }
        }

        ends.Add(_items.Length);
        return ends;
    }

    private List<int> MergePairs(List<int> ends)
    {
        var next = new List<int>((ends.Count + 1) / 2);
        for (int run = 0, start = 0; run < ends.Count; run += 2)
        {
            var end = ends[Math.Min(run + 1, ends.Count - 1)];
            Merge(start, ends[run], end);
            next.Add(start = end);
        }

        return next;
    }

    /// <summary>Merges two runs; of items with one key, those of the first stay in front.</summary>
    private void Merge(int left, int right, int end)
    {
        var middle = right;
        for (var next = left; next < end; next++)
        {
            var takesRight = left == middle || (right < end && Precedes(_items[right], _items[left]));
            _merged[next] = _items[takesRight ? right++ : left++];
        }
    }

    /// <summary>Whether an item that stands behind another belongs before it.</summary>
    private bool Precedes(T item, T other)
    {
        var order = Compare(item, other);
        _hasTwins |= order == 0;
        return order < 0;
    }

    private T[] LastOfEach()
    {
        var lasts = new List<T>(_items.Length);
        for (var i = 0; i < _items.Length; i++)
        {
            if (i + 1 == _items.Length || _items[i].Key != _items[i + 1].Key)
            {
                lasts.Add(_items[i]);
            }
        }

        return [.. lasts];
    }

    private static int Compare(T left, T right) => Utf8Order.Compare(left.Key, right.Key);
}
