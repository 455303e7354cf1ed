using System.Buffers;

namespace ImageStreams.Manifests;

/// <content>The types of YAML 1.1 that YAML 1.2 reads as texts.</content>
internal static partial class YamlTraps
{
    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.Zz+- ");

    private static bool IsBinary(ReadOnlySpan<char> text) =>
        text.StartsWith("0b") && text.Length > 2 && text[2..].IndexOfAnyExcept('0', '1') < 0;

    private static bool IsGrouped(ReadOnlySpan<char> text)
    {
        if (!text.Contains('_'))
        {
            return false;
        }

        var plain = text.ToString().Replace("_", "", StringComparison.Ordinal);
        return YamlSchema.Find(plain) is YamlScalarType.Integer or YamlScalarType.Float;
    }

    /// <summary>Gets a value indicating whether a text is a date or a time of a day by YAML 1.1: <c>2024-01-01</c>, or with a time
    /// after <c>T</c>, <c>t</c> or blanks.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        var rest = text;
        return SkipDigits(ref rest, 4, 4) && SkipDash(ref rest) && SkipDigits(ref rest, 1, 2) && SkipDash(ref rest)
            && SkipDigits(ref rest, 1, 2) && IsTime(rest);
    }

    private static bool SkipDigits(ref ReadOnlySpan<char> text, int min, int max)
    {
        var count = JsonNumber.CountDigits(text);
        text = text[count..];
        return count >= min && count <= max;
    }

    private static bool SkipDash(ref ReadOnlySpan<char> text)
    {
        var found = text.StartsWith("-");
        text = found ? text[1..] : text;
        return found;
    }

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        var time = text[0] is 'T' or 't' ? text[1..] : text.TrimStart(" \t");
        return time.Length < text.Length && JsonNumber.CountDigits(time) is 1 or 2 && time.Contains(':')
            && !time.ContainsAnyExcept(TimeCharacters);
    }

    /// <summary>Gets a value indicating whether a text is a number in base 60: <c>190:20:30</c>, each part but the first below 60.</summary>
    private static bool IsBaseSixty(ReadOnlySpan<char> text)
    {
        var rest = text;
        if (rest.StartsWith("0") || !SkipDigits(ref rest, 1, 6) || rest.IsEmpty)
        {
            return false;
        }

        while (rest.StartsWith(":"))
        {
            rest = rest[1..];
            if (!SkipBelowSixty(ref rest))
            {
                return false;
            }
        }

        return rest.IsEmpty || (rest[0] == '.' && JsonNumber.CountDigits(rest[1..]) == rest.Length - 1);
    }

    private static bool SkipBelowSixty(ref ReadOnlySpan<char> text)
    {
        var isBelow = !text.IsEmpty && (text[0] <= '5' || text.Length == 1 || !char.IsAsciiDigit(text[1]));
        return isBelow && SkipDigits(ref text, 1, 2);
    }
}
