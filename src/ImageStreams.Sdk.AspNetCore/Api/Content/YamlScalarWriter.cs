using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>Writes texts as scalars of YAML; long ones go on in a new line, at a space.</summary>
internal static class YamlScalarWriter
{
    private const int Width = 80;

    /// <summary>Appends a text.</summary>
    /// <param name="text">The YAML so far.</param>
    /// <param name="value">The text.</param>
    /// <param name="indent">The indent of further lines.</param>
    /// <param name="column">The column at which the text begins.</param>
    public static void Append(StringBuilder text, string value, int indent, int column)
    {
        var style = YamlScalarStyles.Choose(value, isKey: false);
        if (style == YamlScalarStyle.Literal)
        {
            AppendLines(text, value, indent);
            return;
        }

        AppendFolded(text, Format(value, style), indent, column, isEscaped: style == YamlScalarStyle.DoubleQuoted);
    }

    /// <summary>Appends the key of a map, which stays on one line.</summary>
    public static void AppendKey(StringBuilder text, string key) => text.Append(Format(key, YamlScalarStyles.Choose(key, isKey: true)));

    private static string Format(string value, YamlScalarStyle style) => style switch
    {
        YamlScalarStyle.DoubleQuoted => YamlQuotes.Quote(value),
        YamlScalarStyle.SingleQuoted => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => value,
    };

    /// <summary>Appends what is on one line so far: a space beyond the width becomes the end of a line, unless it is beside another one,
    /// or beside a quote.</summary>
    private static void AppendFolded(StringBuilder text, string scalar, int indent, int column, bool isEscaped)
    {
        if (scalar.Length + column <= Width)
        {
            text.Append(scalar);
            return;
        }

        for (var i = 0; i < scalar.Length; i++)
        {
            if (column > Width && IsBreak(scalar, i, isEscaped))
            {
                text.Append('\n').Append(' ', indent);
                column = indent;
            }
            else
            {
                text.Append(scalar[i]);
                column += char.IsLowSurrogate(scalar[i]) ? 0 : 1;
            }
        }
    }

    private static bool IsBreak(string scalar, int i, bool isEscaped) =>
        scalar[i] == ' ' && i > 1 && i < scalar.Length - 2 && scalar[i - 1] != ' ' && scalar[i + 1] != ' '
        && !(isEscaped && scalar[i - 1] == '\\');

    private static void AppendLines(StringBuilder text, string value, int indent)
    {
        text.Append('|').Append(GetChomping(value)).Append('\n');
        var lines = value.Split('\n');
        var count = value[^1] == '\n' ? lines.Length - 1 : lines.Length;
        foreach (var line in lines.Take(count))
        {
            text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }

        // The caller ends the last line.
        text.Length--;
    }

    /// <summary>The sign that tells which line ends at the end belong to the text.</summary>
    private static string GetChomping(string value)
    {
        if (value[^1] != '\n')
        {
            return "-";
        }

        return value[^2] == '\n' ? "+" : "";
    }
}
