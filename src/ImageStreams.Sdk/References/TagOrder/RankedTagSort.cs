namespace ImageStreams.References;

/// <summary>Sorts many tags by a number for each, and compares whole tags only where two numbers are equal.</summary>
/// <remarks>
/// The plain form is <see cref="TagPriority.SortPlainly"/>, which compares whole tags each time, and moves their large keys.
/// A rank never contradicts the order of the tags; it only ends where 62 bits end.
/// </remarks>
internal static class RankedTagSort
{
    private const int RankBits = 62;
    private const int LetterBits = 7;
    private const int Letters = 8;

    /// <summary>Sorts tags in place.</summary>
    public static void Sort(Span<string> tags)
    {
        var unsorted = tags.ToArray();
        var keys = Array.ConvertAll(unsorted, tag => new TagSortKey(tag));
        var ranks = Rank(keys);
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(ranks, order);
        SortTwins(ranks, order, keys);
        for (var i = 0; i < order.Length; i++)
        {
            tags[i] = unsorted[order[i]];
        }
    }

    private static ulong[] Rank(TagSortKey[] keys)
    {
        var shared = CountSharedLetters(keys);
        var ranks = new ulong[keys.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            ref readonly var key = ref keys[i];
            var rank = key.Class == TagPriorityClass.Other ? RankText(key.Tag.AsSpan(shared)) : key.VersionRank;
            ranks[i] = ((ulong)key.Class << RankBits) | rank;
        }

        return ranks;
    }

    /// <summary>Counts the letters with which all tags begin that are no versions, such as <c>build-</c>.</summary>
    private static int CountSharedLetters(TagSortKey[] keys)
    {
        string? first = null;
        var shared = 0;
        foreach (ref readonly var key in keys.AsSpan())
        {
            if (key.Class == TagPriorityClass.Other)
            {
                shared = first is null ? key.Tag.Length : first.AsSpan(0, shared).CommonPrefixLength(key.Tag);
                first ??= key.Tag;
            }
        }

        return shared;
    }

    /// <summary>Ranks a text by its first letters; a letter beyond ASCII ranks last, and with it all that is behind it.</summary>
    private static ulong RankText(ReadOnlySpan<char> text)
    {
        var rank = 0UL;
        for (var i = 0; i < Letters; i++)
        {
            var letter = i < text.Length ? text[i] : '\0';
            if (!char.IsAscii(letter))
            {
                var left = LetterBits * (Letters - i);
                return (rank << left) | ((1UL << left) - 1);
            }

            rank = (rank << LetterBits) | letter;
        }

        return rank;
    }

    private static void SortTwins(ulong[] ranks, int[] order, TagSortKey[] keys)
    {
        var end = 0;
        for (var start = 0; start < ranks.Length; start = end)
        {
            end = start + 1;
            while (end < ranks.Length && ranks[end] == ranks[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((x, y) => keys[x].CompareWithText(in keys[y]));
            }
        }
    }
}
