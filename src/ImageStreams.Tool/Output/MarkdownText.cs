using System.Text;
using ImageStreams.Collections;
using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>Makes texts of files inert in Markdown: no markup, no HTML, no mention and no link comes of them.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]>#!|~";

    /// <summary>Escapes a text; an at sign becomes an entity, because hosts link a name even behind a backslash.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in SafeText.Escape(text))
        {
            _ = c switch
            {
                '@' => escaped.Append("&#64;"),
                '<' => escaped.Append("&lt;"),
                '&' => escaped.Append("&amp;"),
                _ when Special.Contains(c, StringComparison.Ordinal) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Writes a text as code in a cell of a table, where a backtick and a bar would end it.</summary>
    public static string Code(string text) =>
        $"`{SafeText.Escape(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>Escapes a list of nodes.</summary>
    public static string EscapeList(ValueList<GraphNode> nodes) => string.Join(", ", nodes.Select(node => Escape(node.ToString())));
}
