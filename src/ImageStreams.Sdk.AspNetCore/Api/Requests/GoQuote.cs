using System.Globalization;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Writes values as the messages of API servers do, which quote them as Go does.</summary>
internal static class GoQuote
{
    private const int MaxExcerpt = 200;

    /// <summary>Quotes a text; a long one is cut.</summary>
    public static string Format(string text)
    {
        var builder = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes().Take(MaxExcerpt))
        {
            Append(builder, rune);
        }

        return builder.Append('"').ToString();
    }

    /// <summary>Describes the mistake in a text that should be a number.</summary>
    public static string DescribeNumber(string text) =>
        text.AsSpan().TrimStart("+-").IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan().TrimStart("+-").Length > 0
            ? "value out of range"
            : "invalid syntax";

    private static void Append(StringBuilder builder, Rune rune)
    {
        switch (rune.Value)
        {
            case '"' or '\\':
                builder.Append('\\').Append((char)rune.Value);
                break;
            case '\a':
                builder.Append("\\a");
                break;
            case '\n':
                builder.Append("\\n");
                break;
            case '\t':
                builder.Append("\\t");
                break;
            case < ' ' or 127:
                builder.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
                break;
            default:
                builder.Append(rune);
                break;
        }
    }
}
