using System.Globalization;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Writes texts as quoted scalars of YAML.</summary>
internal static class YamlQuotes
{
    /// <summary>Quotes a text.</summary>
    /// <remarks>
    /// An escape of YAML is a whole character, other than in JSON, where characters beyond U+FFFF take two: such are written as they are.
    /// </remarks>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            Append(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        switch (rune.Value)
        {
            case '"' or '\\':
                quoted.Append('\\').Append((char)rune.Value);
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case var value when IsEscaped(value):
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{value:X4}");
                break;
            default:
                quoted.Append(rune);
                break;
        }
    }

    // Control characters, line ends, the byte order mark, and what no text of YAML may contain.
    private static bool IsEscaped(int value) =>
        value is < ' ' or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF;
}
