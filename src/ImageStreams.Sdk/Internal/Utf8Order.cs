namespace ImageStreams.Internal;

/// <summary>
/// The order of strings by their UTF-8 bytes, in which Go and the API server sort; the same as by code point.
/// </summary>
internal static class Utf8Order
{
    /// <summary>The order as a comparer.</summary>
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    /// <summary>Compares two strings; negative when the left one comes first.</summary>
    public static int Compare(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[same]).CompareTo(Rank(right[same]));
    }

    // Surrogates encode code points above U+FFFF, but their own values are below U+E000.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
