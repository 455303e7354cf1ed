using System.Text;

namespace ImageStreams.Graphs;

/// <summary>Texts in quotes, as Graphviz reads them.</summary>
internal static class DotText
{
    /// <summary>
    /// Lines as a label. A quote would end it, a backslash begin an escape such as <c>\N</c>, an ampersand an entity.
    /// </summary>
    public static string Quote(params IEnumerable<string> lines)
    {
        var quoted = new StringBuilder("\"");
        foreach (var line in lines)
        {
            quoted.Append(quoted.Length > 1 ? @"\n" : "").Append(line
                .Replace("\\", @"\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("&", "&amp;", StringComparison.Ordinal));
        }

        return quoted.Append('"').ToString();
    }
}
