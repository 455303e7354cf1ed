using System.Globalization;
using System.Text;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>How names look in pictures.</summary>
internal static class PictureText
{
    /// <summary>How much of a digest is shown: twelve digits, as Docker shows them.</summary>
    private const int ShortDigestLength = 19;

    /// <summary>From how many characters on a pull spec takes two lines.</summary>
    private const int LongestLine = 30;

    private const string Ellipsis = "…";

    /// <summary>
    /// A name in which everything can be seen: what has no look of its own is an escape as in C#, and so is a backslash, so
    /// that different names look different.
    /// </summary>
    public static string Visible(string name)
    {
        var cut = name.Length <= ImageReference.MaxNameLength ? name : Cut(name);
        var visible = new StringBuilder(cut.Length);
        for (var rest = cut.AsSpan(); !rest.IsEmpty;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            _ = rune.Value == '\\' ? visible.Append(@"\\")
                : isWhole && IsVisible(rune) ? visible.Append(rest[..length])
                : Escape(visible, rest[..length]);
            rest = rest[length..];
        }

        return visible.ToString();
    }

    /// <summary>The digest of an image cut to what people compare; any other id as it is.</summary>
    public static string ShortId(string id) =>
        id.Length > ShortDigestLength && Digest.TryParse(id, out _) ? id[..ShortDigestLength] + Ellipsis : id;

    /// <summary>A pull spec with its digest cut.</summary>
    public static string ShortPullSpec(string pullSpec) => pullSpec.LastIndexOf('@') is var at and >= 0
        ? $"{pullSpec.AsSpan(0, at + 1)}{ShortId(pullSpec[(at + 1)..])}"
        : pullSpec;

    /// <summary>A long pull spec in two lines: the registry, and what it has there.</summary>
    public static IEnumerable<string> SplitPullSpec(string pullSpec) =>
        pullSpec.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 && pullSpec.Length > LongestLine
            ? [pullSpec[..(slash + 1)], pullSpec[(slash + 1)..]]
            : [pullSpec];

    /// <summary>The beginning and the end of a text that is too long.</summary>
    private static string Cut(string name)
    {
        const int Half = ImageReference.MaxNameLength / 2;
        return $"{name.AsSpan(0, Half)}{Ellipsis}{name.AsSpan(name.Length - Half)}";
    }

    private static StringBuilder Escape(StringBuilder visible, ReadOnlySpan<char> units)
    {
        foreach (var unit in units)
        {
            _ = unit == '\n'
                ? visible.Append(@"\n")
                : visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return visible;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
