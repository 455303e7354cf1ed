using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ImageStreams.AspNetCore;

/// <summary>Tells texts from what YAML 1.1 reads as something else when it is not quoted.</summary>
internal static partial class YamlWords
{
    /// <summary>Truth values, null, numbers that are none, and the key of merges, in all their spellings.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE",
        "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE",
        "", "~", "null", "Null", "NULL", "<<",
        ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");

    /// <summary>Determines whether a text is read as a text when it is not quoted.</summary>
    public static bool IsText(string text) => !Words.Contains(text) && !(MayBeNumber(text) && IsNumber(text));

    private static bool MayBeNumber(string text) => char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.';

    private static bool IsNumber(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        return Fraction().IsMatch(digits) || OtherBase().IsMatch(digits) || Sexagesimal().IsMatch(text) || Time().IsMatch(text);
    }

    [GeneratedRegex(@"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^[-+]?0(?:[xX][0-9A-Fa-f]+|[oO]?[0-7]+|[bB][01]+)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OtherBase();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]*)?(?:Z|[-+][0-9]{2}:[0-9]{2})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Time();
}
