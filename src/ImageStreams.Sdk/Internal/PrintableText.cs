using System.Globalization;
using System.Text;

namespace ImageStreams.Internal;

/// <summary>Prepares untrusted text for messages.</summary>
internal static class PrintableText
{
    /// <summary>
    /// Writes control characters and line separators as escapes, so that hostile text cannot forge a line of a log.
    /// </summary>
    public static string Escape(string text)
    {
        if (!text.Any(BreaksLines))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = BreaksLines(c)
                ? printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : printable.Append(c);
        }

        return printable.ToString();
    }

    /// <summary>Escapes the beginning of a text, with an ellipsis when it is cut.</summary>
    public static string Escape(string text, int maxLength) =>
        text.Length <= maxLength ? Escape(text) : $"{Escape(text[..maxLength])}…";

    private static bool BreaksLines(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
