using System.Globalization;
using System.Text;

namespace ImageStreams.Tool;

/// <summary>Makes texts of files inert: no control character of them reaches a terminal or begins a line of its own.</summary>
internal static class SafeText
{
    /// <summary>Writes control characters, line separators and characters that reorder a line as escapes.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = IsUnsafe(c) ? safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : safe.Append(c);
        }

        return safe.ToString();
    }

    /// <summary>Escapes a line of a file, whose tabs stay.</summary>
    public static string EscapeLine(string line) => string.Join('\t', line.Split('\t').Select(Escape));

    /// <summary>Determines whether a character is a control, a separator of lines, or a formatting character, which a terminal
    /// interprets.</summary>
    private static bool IsUnsafe(char c) => !char.IsAscii(c)
        ? char.GetUnicodeCategory(c) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
        : char.IsControl(c);
}
