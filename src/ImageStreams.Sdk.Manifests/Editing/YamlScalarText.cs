using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Writes texts as YAML scalars of one line, so that the readers of YAML 1.1 and 1.2 read the same text.</summary>
internal static class YamlScalarText
{
    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style to keep if the text allows it.</param>
    /// <param name="quotes">The quotes of a plain text that needs some.</param>
    /// <param name="isInFlow">True inside of brackets or braces.</param>
    public static string Write(string text, TextNodeStyle style, TextNodeStyle quotes, bool isInFlow) => style switch
    {
        TextNodeStyle.SingleQuoted when IsPrintable(text) => QuoteSingle(text),
        TextNodeStyle.SingleQuoted or TextNodeStyle.DoubleQuoted => QuoteDouble(text),
        _ when IsPlain(text, isInFlow) => text,
        _ => quotes == TextNodeStyle.SingleQuoted && IsPrintable(text) ? QuoteSingle(text) : QuoteDouble(text),
    };

    /// <summary>Writes a text in double quotes, as JSON does.</summary>
    public static string QuoteDouble(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            AppendEscaped(quoted, character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Gets a value indicating whether a character can stand in a text as it is.</summary>
    public static bool IsPrintable(char character) =>
        character is >= ' ' and not (>= '\u007f' and <= '\u009f' or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff');

    /// <summary>Gets a value indicating whether a text needs no quotes: it is a text by its form, and no part of it is syntax.</summary>
    public static bool IsPlain(string text, bool isInFlow) =>
        YamlSchema.Find(text) == YamlScalarType.Text
        && YamlTraps.Find(text) == YamlTrap.None
        && IsPrintable(text)
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && CanBegin(text)
        && !HasSyntax(text)
        && (!isInFlow || text.AsSpan().IndexOfAny(",[]{}") < 0);

    private static bool CanBegin(string text) => text[0] switch
    {
        '-' => text.Length > 1 && text[1] != ' ' && !text.StartsWith("---", StringComparison.Ordinal),
        '.' => !text.StartsWith("...", StringComparison.Ordinal),
        _ => !"?:,[]{}#&*!|>'\"%@`=<".Contains(text[0], StringComparison.Ordinal),
    };

    private static bool HasSyntax(string text) =>
        text[^1] == ':'
        || text.Contains(": ", StringComparison.Ordinal)
        || text.Contains(" #", StringComparison.Ordinal);

    private static bool IsPrintable(string text)
    {
        foreach (var character in text)
        {
            if (!IsPrintable(character))
            {
                return false;
            }
        }

        return true;
    }

    private static string QuoteSingle(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void AppendEscaped(StringBuilder quoted, char character)
    {
        _ = character switch
        {
            '"' or '\\' => quoted.Append('\\').Append(character),
            '\n' => quoted.Append("\\n"),
            '\t' => quoted.Append("\\t"),
            '\r' => quoted.Append("\\r"),
            _ when IsPrintable(character) => quoted.Append(character),
            _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        };
    }
}
