using System.Globalization;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>The names of those who write fields.</summary>
internal static class FieldManagerNames
{
    private const int MaxBytes = 128;

    /// <summary>Returns the name of a writer who does not give one: the product of the <c>User-Agent</c>.</summary>
    public static string FromUserAgent(string userAgent)
    {
        var product = userAgent.AsSpan(0, userAgent.IndexOf('/', StringComparison.Ordinal) is >= 0 and var end ? end : userAgent.Length);
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in product.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxBytes)
            {
                break;
            }

            if (IsPrintable(rune))
            {
                name.Append(rune);
                bytes += rune.Utf8SequenceLength;
            }
        }

        return name.Length == 0 ? "unknown" : name.ToString();
    }

    /// <summary>Finds the first character of a name that cannot be printed, and its position in bytes.</summary>
    public static (Rune Character, int Position)? FindUnprintable(string name)
    {
        var position = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsPrintable(rune))
            {
                return (rune, position);
            }

            position += rune.Utf8SequenceLength;
        }

        return null;
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
