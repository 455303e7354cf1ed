namespace ImageStreams.Manifests;

/// <summary>Matches one name against a pattern with <c>*</c>, <c>?</c> and <c>[…]</c>, without backtracking further than the last
/// star.</summary>
internal static class GlobText
{
    public static bool HasWildcard(ReadOnlySpan<char> text) => text.IndexOfAny('*', '?', '[') >= 0;

    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n, star, resume) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, n);
            }
            else if (p < pattern.Length && TryMatchOne(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Matches one character, and moves behind the part of the pattern for it when it matches.</summary>
    private static bool TryMatchOne(ReadOnlySpan<char> pattern, ref int at, char character)
    {
        var (isMatch, length) = pattern[at] switch
        {
            '?' => (true, 1),
            '[' => MatchSet(pattern[at..], character),
            '\\' when at + 1 < pattern.Length => (pattern[at + 1] == character, 2),
            _ => (pattern[at] == character, 1),
        };
        at += isMatch ? length : 0;
        return isMatch;
    }

    /// <summary>Matches a set such as <c>[a-z]</c> or <c>[!0-9]</c>; a bracket that is not closed stands for itself.</summary>
    private static (bool IsMatch, int Length) MatchSet(ReadOnlySpan<char> pattern, char character)
    {
        var isNegated = pattern.Length > 1 && pattern[1] is '!' or '^';
        var start = isNegated ? 2 : 1;
        var end = start + 1 < pattern.Length ? pattern[(start + 1)..].IndexOf(']') : -1;
        return end < 0
            ? (character == '[', 1)
            : (Contains(pattern.Slice(start, end + 1), character) != isNegated, start + end + 2);
    }

    private static bool Contains(ReadOnlySpan<char> set, char character)
    {
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            if (isRange ? character >= set[i] && character <= set[i + 2] : character == set[i])
            {
                return true;
            }

            i += isRange ? 2 : 0;
        }

        return false;
    }
}
