using System.Globalization;
using System.Text;

namespace ImageStreams.Internal;

/// <summary>Prepares untrusted text for messages.</summary>
internal static class PrintableText
{
    /// <summary>The maximum number of characters of a name in a sentence.</summary>
    public const int MaxName = 256;

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
        text.Length <= maxLength ? Escape(text) : $"{Escape(Cut(text, maxLength).ToString())}…";

    /// <summary>Cuts a text to a length, one less where that would leave half of a surrogate pair.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var splitsPair = maxLength > 0 && char.IsSurrogatePair(text[maxLength - 1], text[maxLength]);
        return text[..(splitsPair ? maxLength - 1 : maxLength)];
    }

    /// <summary>
    /// Formats a name for a sentence, escaped and cut: in quotation marks when it is missing or has blanks at its ends, so that the
    /// sentence has no gap.
    /// </summary>
    public static string ShowName(string? name, int maxLength = MaxName)
    {
        var text = Escape(name ?? "", maxLength);
        return text.Length == 0 || text.Length != text.Trim().Length ? $"'{text}'" : text;
    }

    private static bool BreaksLines(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
