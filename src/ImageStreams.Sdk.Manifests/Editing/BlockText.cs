using System.Text;

namespace ImageStreams.Manifests;

/// <summary>A text of several lines as a YAML block: <c>|</c> or <c>&gt;</c>, and its lines below.</summary>
/// <param name="Header">The indicators, such as <c>|-</c>.</param>
/// <param name="Lines">The lines, each after a line end.</param>
internal readonly record struct BlockText(string Header, string Lines)
{
    /// <summary>Creates a block; null when the text can only stand in quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style that is kept if the text allows it.</param>
    /// <param name="column">The column of the lines.</param>
    /// <param name="newLine">The line end.</param>
    /// <param name="canEndLine">True when a line end follows in the text, so that the text may end with one.</param>
    public static BlockText? Create(string text, TextNodeStyle style, int column, string newLine, bool canEndLine)
    {
        var isEnded = text.EndsWith('\n');
        var body = isEnded ? text[..^1] : text;
        if (!CanBeBlock(body) || (isEnded && !canEndLine))
        {
            return null;
        }

        var isFolded = style == TextNodeStyle.Folded && !body.Contains('\n', StringComparison.Ordinal);
        var header = $"{(isFolded ? '>' : '|')}{(isEnded ? "" : "-")}";
        return new BlockText(header, WriteLines(body, column, newLine));
    }

    private static bool CanBeBlock(string body)
    {
        if (body.Length == 0 || char.IsWhiteSpace(body[0]) || char.IsWhiteSpace(body[^1]))
        {
            return false;
        }

        foreach (var character in body)
        {
            if (character is not ('\n' or '\t') && !YamlScalarText.IsPrintable(character))
            {
                return false;
            }
        }

        return true;
    }

    private static string WriteLines(string body, int column, string newLine)
    {
        var lines = new StringBuilder(body.Length * 2);
        foreach (var line in body.Split('\n'))
        {
            lines.Append(newLine).Append(' ', line.Length > 0 ? column : 0).Append(line);
        }

        return lines.ToString();
    }
}
