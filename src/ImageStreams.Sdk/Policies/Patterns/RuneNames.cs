using System.Globalization;

namespace ImageStreams.Policies;

/// <summary>The classes of code points that have a name in patterns.</summary>
internal static class RuneNames
{
    /// <summary>Finds the class of a letter after a backslash, such as <c>d</c> or <c>D</c>; ASCII only.</summary>
    public static RuneItem? FindPerl(char letter)
    {
        int[]? ranges = char.ToLowerInvariant(letter) switch
        {
            'd' => ['0', '9'],
            's' => ['\t', '\n', '\f', '\r', ' ', ' '],
            'w' => ['0', '9', 'A', 'Z', '_', '_', 'a', 'z'],
            _ => null,
        };
        return ranges is null ? null : RuneItem.FromRanges(ranges) with { IsNegated = char.IsAsciiLetterUpper(letter) };
    }

    /// <summary>Finds the class of a name such as <c>alpha</c> in <c>[[:alpha:]]</c>; ASCII only.</summary>
    public static RuneItem? FindPosix(ReadOnlySpan<char> name)
    {
        int[]? ranges = name switch
        {
            "alnum" => ['0', '9', 'A', 'Z', 'a', 'z'],
            "alpha" => ['A', 'Z', 'a', 'z'],
            "ascii" => [0, 0x7F],
            "blank" => ['\t', '\t', ' ', ' '],
            "cntrl" => [0, 0x1F, 0x7F, 0x7F],
            "digit" => ['0', '9'],
            "graph" => ['!', '~'],
            "lower" => ['a', 'z'],
            "print" => [' ', '~'],
            "punct" => ['!', '/', ':', '@', '[', '`', '{', '~'],
            "space" => ['\t', '\r', ' ', ' '],
            "upper" => ['A', 'Z'],
            "word" => ['0', '9', 'A', 'Z', '_', '_', 'a', 'z'],
            "xdigit" => ['0', '9', 'A', 'F', 'a', 'f'],
            _ => null,
        };
        return ranges is null ? null : RuneItem.FromRanges(ranges);
    }

    /// <summary>Finds the class of a category such as <c>Lu</c>, or of a script such as <c>Greek</c>.</summary>
    public static RuneItem? FindUnicode(string name)
    {
        if (name == "Any")
        {
            return RuneItem.Everything;
        }

        var categories = 0;
        foreach (var category in Enum.GetValues<UnicodeCategory>())
        {
            var code = GetCode(category);
            categories |= code == name || (name.Length == 1 && code.StartsWith(name[0])) ? 1 << (int)category : 0;
        }

        var script = UnicodeScripts.Find(name);
        return categories == 0 && script is not null
            ? RuneItem.FromRanges(script)
            : FromKnown(categories);
    }

    private static RuneItem? FromKnown(int categories) => categories == 0 ? null : RuneItem.FromCategories(categories);

    private static string GetCode(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        _ => GetSignCode(category),
    };

    private static string GetSignCode(UnicodeCategory category) => category switch
    {
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "",
    };
}
