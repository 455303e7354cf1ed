using System.Globalization;

namespace ImageStreams.Testing.Server;

/// <summary>Orders the names of API versions, the best first: <c>v2</c>, <c>v1</c>, <c>v1beta2</c>, <c>v1alpha1</c>, and then all other
/// names by their letters.</summary>
internal sealed class VersionOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static VersionOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Rank(x ?? ""), Rank(y ?? ""));
        return left == right ? string.CompareOrdinal(x, y) : right.CompareTo(left);
    }

    private static (int Stability, int Major, int Minor) Rank(string name)
    {
        if (!name.StartsWith('v'))
        {
            return default;
        }

        var end = FindNumberEnd(name, 1);
        if (!TryRead(name.AsSpan(1, end - 1), out var major))
        {
            return default;
        }

        var rest = name.AsSpan(end);
        return rest switch
        {
            "" => (3, major, 0),
            ['b', 'e', 't', 'a', .. var minor] when TryRead(minor, out var beta) => (2, major, beta),
            ['a', 'l', 'p', 'h', 'a', .. var minor] when TryRead(minor, out var alpha) => (1, major, alpha),
            _ => default,
        };
    }

    private static int FindNumberEnd(string name, int start)
    {
        var end = start;
        while (end < name.Length && char.IsAsciiDigit(name[end]))
        {
            end++;
        }

        return end;
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
