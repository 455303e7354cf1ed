using System.Text;

namespace ImageStreams.Graphs;

/// <summary>Quotes texts for Graphviz.</summary>
internal static class DotText
{
    /// <summary>Quotes lines as a label, with escapes for quotes, backslashes (<c>\N</c>) and ampersands (entities).</summary>
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
