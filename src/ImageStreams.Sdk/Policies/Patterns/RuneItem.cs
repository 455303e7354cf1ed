using System.Text;

namespace ImageStreams.Policies;

/// <summary>One part of a class of code points: ranges, or categories of Unicode.</summary>
/// <param name="Ranges">First and last code points, pair by pair, in order.</param>
/// <param name="Categories">One bit for each <see cref="System.Globalization.UnicodeCategory"/>.</param>
/// <param name="IsNegated">True for all other code points.</param>
/// <param name="IgnoresCase">True for code points that differ only in case, too.</param>
internal sealed record RuneItem(int[] Ranges, int Categories, bool IsNegated, bool IgnoresCase)
{
    /// <summary>The greatest code point.</summary>
    public const int MaxRune = 0x10FFFF;

    /// <summary>Every code point.</summary>
    public static RuneItem Everything { get; } = FromRanges([0, MaxRune]);

    /// <summary>An item of ranges.</summary>
    public static RuneItem FromRanges(int[] ranges) => new(ranges, 0, IsNegated: false, IgnoresCase: false);

    /// <summary>An item of categories.</summary>
    public static RuneItem FromCategories(int categories) => new([], categories, IsNegated: false, IgnoresCase: false);

    /// <summary>Tests whether a code point is in the item.</summary>
    public bool Contains(int rune)
    {
        var contains = IsIn(rune) || (IgnoresCase && CaseFolding.FindOthers(rune).Any(IsIn));
        return contains != IsNegated;
    }

    private bool IsIn(int rune)
    {
        for (var i = 0; i < Ranges.Length; i += 2)
        {
            if (rune >= Ranges[i] && rune <= Ranges[i + 1])
            {
                return true;
            }
        }

        return Categories != 0 && Rune.IsValid(rune) && (Categories & (1 << (int)Rune.GetUnicodeCategory(new Rune(rune)))) != 0;
    }
}
