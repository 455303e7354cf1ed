namespace ImageStreams.Collections;

/// <summary>The order of texts by their UTF-8 bytes, which is how Go compares strings.</summary>
/// <remarks>
/// Ordinal UTF-16 order differs from it in one place: surrogates (U+D800 to U+DFFF, halves of characters beyond
/// U+FFFF) come after U+E000 to U+FFFF in UTF-8 and before them in UTF-16.
/// </remarks>
internal static class Utf8Order
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    public static int Compare(string? left, string? right)
    {
        var a = left.AsSpan();
        var b = right.AsSpan();
        var same = a.CommonPrefixLength(b);
        return same == a.Length || same == b.Length
            ? a.Length.CompareTo(b.Length)
            : Rank(a[same]).CompareTo(Rank(b[same]));
    }

    /// <summary>Lifts surrogates above every other UTF-16 unit.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
