using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Chooses the forms of texts in YAML, as API servers do.</summary>
internal static class YamlScalarStyles
{
    /// <summary>Chooses the form of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isKey">True for the key of a map, which is on one line.</param>
    public static YamlScalarStyle Choose(string text, bool isKey)
    {
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~') && HasSpecial(text))
        {
            return YamlScalarStyle.DoubleQuoted;
        }

        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return isKey || !IsLiteral(text) ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.Literal;
        }

        if (!YamlWords.IsText(text))
        {
            return YamlScalarStyle.DoubleQuoted;
        }

        return HasIndicator(text) || text[0] == ' ' || text[^1] == ' ' ? YamlScalarStyle.SingleQuoted : YamlScalarStyle.Plain;
    }

    /// <summary>Determines whether a character is written as an escape: it cannot be printed, or ends a line, or is beyond U+FFFF.
    /// </summary>
    public static bool IsEscaped(Rune rune) => rune.Value is < ' ' or (> '~' and < 0xA0)
        or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF or > 0xFFFF;

    /// <summary>Determines whether lines are the same when they are indented: none ends with a space, and the first shows its indent.
    /// </summary>
    private static bool IsLiteral(string text) =>
        text[0] is not (' ' or '\n') && text[^1] != ' ' && !text.Contains(" \n", StringComparison.Ordinal);

    private static bool HasSpecial(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && IsEscaped(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a part of a text would be read as something of YAML.</summary>
    private static bool HasIndicator(string text) =>
        IsIndicator(text)
        || text.StartsWith("---", StringComparison.Ordinal)
        || text.StartsWith("...", StringComparison.Ordinal)
        || text[^1] == ':'
        || text.Contains(": ", StringComparison.Ordinal)
        || text.Contains(" #", StringComparison.Ordinal);

    private static bool IsIndicator(string text) => text[0] switch
    {
        '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        '?' or '-' or ':' => text.Length == 1 || text[1] == ' ',
        _ => false,
    };
}
