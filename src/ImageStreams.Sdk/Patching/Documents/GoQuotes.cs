using System.Globalization;
using System.Text;

namespace ImageStreams.Patching;

/// <summary>Quotes texts as Go's <c>%q</c> does.</summary>
internal static class GoQuotes
{
    /// <summary>Returns the text in double quotes, with escapes for quotes, backslashes and control characters.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            Append(quoted, c);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, char c)
    {
        var escape = "\a\b\f\n\r\t\v".IndexOf(c, StringComparison.Ordinal);
        if (escape >= 0)
        {
            quoted.Append('\\').Append("abfnrtv"[escape]);
        }
        else if (c is '"' or '\\')
        {
            quoted.Append('\\').Append(c);
        }
        else if (c < ' ' || c == '\x7F')
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
        }
        else
        {
            quoted.Append(c);
        }
    }
}
