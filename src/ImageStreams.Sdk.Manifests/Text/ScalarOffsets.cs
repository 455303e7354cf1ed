using System.Globalization;

namespace ImageStreams.Manifests;

/// <summary>Maps offsets in the decoded text of a scalar to offsets in its source. Whatever the style, both have the same characters
/// in the same order but for blanks, so those that are none are counted.</summary>
internal static class ScalarOffsets
{
    public static int ToSource(TextTree tree, int node, int offset)
    {
        var remaining = CountVisible(tree.GetTextSpan(node)[..offset]);
        ref readonly var scalar = ref tree.Nodes[node];
        var text = tree.Source.Text.AsSpan(0, scalar.End);
        var at = FindBody(text, scalar);
        while (at < text.Length && (remaining > 0 || char.IsWhiteSpace(text[at])))
        {
            remaining -= ReadUnit(text, scalar.Style, ref at);
        }

        return Math.Min(at, text.Length);
    }

    private static int CountVisible(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsWhiteSpace(character) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Finds where the text of a scalar begins: behind its quote or the line of its indicator.</summary>
    private static int FindBody(ReadOnlySpan<char> text, in TextNode scalar) => scalar.Style switch
    {
        TextNodeStyle.Literal or TextNodeStyle.Folded => scalar.Start + text[scalar.Start..].IndexOf('\n') + 1,
        TextNodeStyle.Plain => scalar.Start,
        _ => scalar.Start + 1,
    };

    /// <summary>Moves behind one character or escape, and returns the number of characters that it decodes to, blanks not counted.</summary>
    private static int ReadUnit(ReadOnlySpan<char> text, TextNodeStyle style, ref int at)
    {
        var character = text[at++];
        if (style == TextNodeStyle.SingleQuoted && character == '\'')
        {
            at++;
            return 1;
        }

        if (style == TextNodeStyle.DoubleQuoted && character == '\\' && at < text.Length)
        {
            return ReadEscape(text, ref at);
        }

        return char.IsWhiteSpace(character) ? 0 : 1;
    }

    private static int ReadEscape(ReadOnlySpan<char> text, ref int at)
    {
        var escape = text[at++];
        var digits = escape switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            return escape is 'n' or 'r' or 't' or 'v' or 'f' or 'N' or '_' or 'L' or 'P' || char.IsWhiteSpace(escape) ? 0 : 1;
        }

        var code = at + digits <= text.Length && uint.TryParse(text.Slice(at, digits), NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        at += digits;
        return code switch
        {
            > char.MaxValue => 2,
            _ when char.IsWhiteSpace((char)code) => 0,
            _ => 1,
        };
    }
}
