using System.Text;

namespace ImageStreams.Manifests;

/// <summary>Prepares names and short texts of manifests for messages.</summary>
internal static class ObjectNames
{
    private const int MaxLength = 128;

    /// <summary>Shows a name without control characters, cut when it is long; quotes alone when it is empty.</summary>
    public static string Show(string name)
    {
        if (name.Length == 0)
        {
            return "''";
        }

        var cut = name.Length > MaxLength ? name[..MaxLength] + "…" : name;
        return cut.Any(IsHidden) ? Replace(cut) : cut;
    }

    private static string Replace(string name)
    {
        var shown = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            shown.Append(IsHidden(character) ? '?' : character);
        }

        return shown.ToString();
    }

    private static bool IsHidden(char character) =>
        char.IsControl(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
