using System.Globalization;
using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Makes the text of a lock inert for people who review it: nothing in it hides or reorders a line.</summary>
internal static class LockText
{
    /// <summary>Escapes formatting characters and line separators, which JSON permits; they stand in strings only.</summary>
    public static string EscapeHidden(string json)
    {
        if (Ascii.IsValid(json))
        {
            return json;
        }

        var text = new StringBuilder(json.Length + 64);
        foreach (var c in json)
        {
            _ = IsHidden(c) ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Determines whether a text can be written as UTF-8: no half of a surrogate pair stands alone in it.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var rest = text; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool IsHidden(char c) => !char.IsAscii(c)
        && char.GetUnicodeCategory(c) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
}
