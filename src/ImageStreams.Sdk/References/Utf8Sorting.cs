using System.Buffers.Binary;
using System.Text.Unicode;

namespace ImageStreams.References;

/// <summary>Sorts many texts by their UTF-8 bytes.</summary>
/// <remarks>
/// Names of one kind tend to begin alike. What all share is passed over, the next eight bytes are compared as one
/// number, and only texts that still look the same are compared as texts.
/// </remarks>
internal static class Utf8Sorting
{
    private const int MaxBytesPerChar = 3;

    /// <summary>The positions of the texts in the order of the texts; of equal ones the first comes first.</summary>
    public static int[] GetOrder(string[] texts)
    {
        var shared = SharedPrefix(texts);
        var keys = new ulong[texts.Length];
        var order = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            (keys[i], order[i]) = (KeyOf(texts[i].AsSpan(shared)), i);
        }

        Array.Sort(keys, order);
        SortAlike(texts, keys, order);
        return order;
    }

    private static void SortAlike(string[] texts, ulong[] keys, int[] order)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
            {
                end++;
            }

            if (end - start > 1)
            {
                order.AsSpan(start..end).Sort((left, right) => Compare(texts, left, right));
            }
        }
    }

    private static int Compare(string[] texts, int left, int right) =>
        Utf8Order.Compare(texts[left], texts[right]) is var order and not 0 ? order : left.CompareTo(right);

    private static int SharedPrefix(string[] texts)
    {
        var shared = texts.Length == 0 ? default : texts[0].AsSpan();
        foreach (var text in texts)
        {
            shared = shared[..shared.CommonPrefixLength(text)];
        }

        // A pair of surrogates is one character; half of one has no bytes of its own.
        return !shared.IsEmpty && char.IsHighSurrogate(shared[^1]) ? shared.Length - 1 : shared.Length;
    }

    /// <summary>The first eight bytes as a number; zeros stand for what is not there.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong) * MaxBytesPerChar];
        bytes.Clear();
        Utf8.FromUtf16(text[..Math.Min(text.Length, sizeof(ulong))], bytes, out _, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
