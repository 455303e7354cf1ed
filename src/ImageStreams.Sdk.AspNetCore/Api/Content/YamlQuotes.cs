using System.Globalization;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Writes texts as quoted scalars of YAML.</summary>
internal static class YamlQuotes
{
    /// <summary>Quotes a text.</summary>
    /// <remarks>An escape of YAML is a whole character, other than in JSON, where characters beyond U+FFFF take two.</remarks>
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
        if (rune.Value is '"' or '\\')
        {
            quoted.Append('\\').Append((char)rune.Value);
        }
        else if (YamlScalarStyles.IsEscaped(rune))
        {
            quoted.Append('\\').Append(Escape(rune.Value));
        }
        else
        {
            quoted.Append(rune);
        }
    }

    private static string Escape(int value) => value switch
    {
        0 => "0",
        '\a' => "a",
        '\b' => "b",
        '\t' => "t",
        '\n' => "n",
        '\v' => "v",
        '\f' => "f",
        '\r' => "r",
        0x1B => "e",
        0x85 => "N",
        0x2028 => "L",
        0x2029 => "P",
        <= 0xFF => Format('x', value, "X2"),
        <= 0xFFFF => Format('u', value, "X4"),
        _ => Format('U', value, "X8"),
    };

    private static string Format(char letter, int value, string format) => letter + value.ToString(format, CultureInfo.InvariantCulture);
}
