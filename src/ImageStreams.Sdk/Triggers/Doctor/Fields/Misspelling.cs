namespace ImageStreams.Triggers;

/// <summary>Compares names that people misspell.</summary>
internal static class Misspelling
{
    /// <summary>The number of characters from which one mistake is likelier than another word.</summary>
    private const int MinLength = 4;

    /// <summary>Determines whether a name is another one with one mistake, or in another case or with separators.</summary>
    /// <remarks>A mistake is a character too many, too few or another one, or two that changed places. Takes linear
    /// time.</remarks>
    public static bool IsNear(string name, string meant)
    {
        if (Math.Abs(name.Length - meant.Length) > meant.Length)
        {
            return false;
        }

        var letters = Simplify(name);
        var expected = Simplify(meant);
        return letters == expected || (expected.Length >= MinLength && HasOneMistake(letters, expected));
    }

    private static string Simplify(string name) =>
        string.Concat(name.Where(c => c is not ('_' or '-' or ' '))).ToUpperInvariant();

    private static bool HasOneMistake(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        return (a.Length - b.Length) switch
        {
            1 => a[1..].SequenceEqual(b),
            -1 => b[1..].SequenceEqual(a),
            0 => a[1..].SequenceEqual(b[1..]) || AreSwapped(a, b),
            _ => false,
        };
    }

    private static bool AreSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
