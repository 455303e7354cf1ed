using System.Buffers;
using System.Globalization;
using System.Text;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Graphs;

/// <summary>Shortens names and makes them visible for pictures.</summary>
internal static class PictureText
{
    /// <summary>The length of a shortened digest: twelve digits, as Docker shows it.</summary>
    private const int ShortDigestLength = 19;

    /// <summary>The length from which a pull spec takes two lines.</summary>
    private const int MaxLine = 30;

    private const string Ellipsis = "…";

    /// <summary>Writes invisible characters and backslashes as escapes of C#, so that different names look different.</summary>
    public static string MakeVisible(string name)
    {
        var cut = name.Length <= ImageReference.MaxNameLength ? name : Cut(name);
        var visible = new StringBuilder(cut.Length);
        var rest = cut.AsSpan();
        while (!rest.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            Append(visible, rest[..length], isWhole ? rune : null);
            rest = rest[length..];
        }

        return visible.ToString();
    }

    private static void Append(StringBuilder visible, ReadOnlySpan<char> units, Rune? rune)
    {
        if (rune?.Value == '\\')
        {
            visible.Append(@"\\");
        }
        else if (rune is { } known && IsVisible(known))
        {
            visible.Append(units);
        }
        else
        {
            Escape(visible, units);
        }
    }

    /// <summary>Shortens a digest to the part that people compare; returns any other ID unchanged.</summary>
    public static string ShortenId(string id) =>
        id.Length > ShortDigestLength && Digest.TryParse(id, out _) ? id[..ShortDigestLength] + Ellipsis : id;

    /// <summary>Shortens the digest of a pull spec.</summary>
    public static string ShortenPullSpec(string pullSpec)
    {
        var at = pullSpec.LastIndexOf('@');
        return at < 0 ? pullSpec : $"{pullSpec.AsSpan(0, at + 1)}{ShortenId(pullSpec[(at + 1)..])}";
    }

    /// <summary>Splits a long pull spec into the registry and the rest.</summary>
    public static IEnumerable<string> SplitPullSpec(string pullSpec)
    {
        var slash = pullSpec.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || pullSpec.Length <= MaxLine
            ? [pullSpec]
            : [pullSpec[..(slash + 1)], pullSpec[(slash + 1)..]];
    }

    /// <summary>Keeps the start and the end of a text that is too long, and splits no surrogate pair.</summary>
    private static string Cut(string name)
    {
        const int Half = ImageReference.MaxNameLength / 2;
        var end = name.Length - Half;
        end += char.IsSurrogatePair(name[end - 1], name[end]) ? 1 : 0;
        return $"{PrintableText.Cut(name, Half)}{Ellipsis}{name.AsSpan(end)}";
    }

    private static void Escape(StringBuilder visible, ReadOnlySpan<char> units)
    {
        foreach (var unit in units)
        {
            _ = unit == '\n'
                ? visible.Append(@"\n")
                : visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
