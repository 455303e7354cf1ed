namespace ImageStreams.Kubernetes;

/// <summary>Orders names by their UTF-8 bytes.</summary>
internal static class Utf8Names
{
    private const char FirstSurrogate = '\uD800';

    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    public static int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var shared = left.CommonPrefixLength(right);
        return shared == left.Length || shared == right.Length
            ? left.Length - right.Length
            : Rank(left[shared]) - Rank(right[shared]);
    }

    // In UTF-8 the characters of surrogate pairs come after all others.
    private static int Rank(char character) => char.IsSurrogate(character) ? char.MaxValue + character - FirstSurrogate + 1 : character;
}
