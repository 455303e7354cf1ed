using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using ImageStreams.References;

namespace ImageStreams.Collections;

/// <summary>Puts items into the order of their keys' UTF-8 bytes.</summary>
/// <remarks>
/// Names of one kind tend to begin alike. What all share is passed over, the next eight bytes are compared as one
/// number, and only keys that still look the same are compared as texts.
/// </remarks>
internal static class KeyOrder
{
    private const int MaxBytesPerChar = 3;

    /// <summary>Whether the items are in that order, each key once.</summary>
    public static bool IsStrict<T>(ReadOnlySpan<T> items)
        where T : class, IKeyed
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

    /// <summary>The items in that order; of those with one key only the last.</summary>
    public static T[] Sort<T>(ReadOnlySpan<T> items)
        where T : class, IKeyed
    {
        return TrySort(items, out var sorted) || TrySort<T>(LastOfEach(items), out sorted) ? sorted : [];
    }

    private static T[] LastOfEach<T>(ReadOnlySpan<T> items)
        where T : class, IKeyed
    {
        var lasts = new Dictionary<string, T>(items.Length, StringComparer.Ordinal);
        foreach (var item in items)
        {
            lasts[item.Key] = item;
        }

        return [.. lasts.Values];
    }

    /// <summary>
    /// Sorts numbers only, as moving references costs more, and then puts the items behind them; false when a key
    /// occurs twice.
    /// </summary>
    private static bool TrySort<T>(ReadOnlySpan<T> items, out T[] sorted)
        where T : class, IKeyed
    {
        var shared = SharedPrefix(items);
        var (keys, order) = (new ulong[items.Length], new int[items.Length]);
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], order[i]) = (KeyOf(items[i].Key.AsSpan(shared)), i);
        }

        Array.Sort(keys, order);
        sorted = new T[items.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = items[order[i]];
        }

        return TrySortAlike(keys, sorted);
    }

    private static bool TrySortAlike<T>(ulong[] keys, T[] items)
        where T : class, IKeyed
    {
        var isStrict = true;
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = EndOfAlike(keys, start);
            if (end - start > 1)
            {
                var alike = items.AsSpan(start..end);
                alike.Sort(static (left, right) => Utf8Order.Compare(left.Key, right.Key));
                isStrict &= IsStrict<T>(alike);
            }
        }

        return isStrict;
    }

    private static int EndOfAlike(ulong[] keys, int start)
    {
        var end = start + 1;
        while (end < keys.Length && keys[end] == keys[start])
        {
            end++;
        }

        return end;
    }

    private static int SharedPrefix<T>(ReadOnlySpan<T> items)
        where T : class, IKeyed
    {
        var shared = items.IsEmpty ? default : items[0].Key.AsSpan();
        foreach (var item in items)
        {
            shared = shared[..shared.CommonPrefixLength(item.Key)];
        }

        // A pair of surrogates is one character; half of one has no bytes of its own.
        return !shared.IsEmpty && char.IsHighSurrogate(shared[^1]) ? shared.Length - 1 : shared.Length;
    }

    /// <summary>The first eight bytes as a number; zeros stand for what is not there.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong) * MaxBytesPerChar];
        bytes.Clear();
        var first = text[..Math.Min(text.Length, sizeof(ulong))];
        if (Ascii.FromUtf16(first, bytes, out _) != OperationStatus.Done)
        {
            Utf8.FromUtf16(first, bytes, out _, out _);
        }

        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
