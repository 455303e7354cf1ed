using System.Collections.Frozen;

namespace ImageStreams.AspNetCore;

/// <summary>Tells texts from what YAML 1.1 reads as something else when it is not quoted.</summary>
internal static class YamlWords
{
    /// <summary>Truth values, null, numbers that are none, and the key of merges, in all their spellings.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE",
        "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE",
        "", "~", "null", "Null", "NULL", "<<",
        ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");

    /// <summary>Determines whether a text is read as a text when it is not quoted.</summary>
    public static bool IsText(string text) => !Words.Contains(text) && !(MayBeNumber(text) && YamlNumbers.IsNumber(text));

    private static bool MayBeNumber(string text) => char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.';
}
