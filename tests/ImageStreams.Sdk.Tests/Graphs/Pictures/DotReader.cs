using System.Globalization;
using System.Text;

namespace ImageStreams.Tests.Graphs;

/// <summary>Reads the nodes and edges of a DOT text of this library, and their labels as Graphviz reads them.</summary>
internal sealed class DotReader
{
    private const string Label = "label=\"";

    public DotReader(string dot)
    {
        var lines = dot.Split('\n').Select(line => line.TrimStart()).ToList();
        Nodes = [.. lines.Where(line => IsStatement(line, " [")).Select(GetLabel)];
        Edges = [.. lines.Where(line => IsStatement(line, " -> ")).Select(GetLabel)];
        Clusters = [.. lines.Where(line => line.StartsWith("graph [label=", StringComparison.Ordinal)).Select(GetLabel)];
    }

    /// <summary>The labels of the nodes, line by line.</summary>
    public IReadOnlyList<string[]> Nodes { get; }

    /// <summary>The labels of the edges, line by line.</summary>
    public IReadOnlyList<string[]> Edges { get; }

    /// <summary>The labels of the boxes around namespaces, line by line.</summary>
    public IReadOnlyList<string[]> Clusters { get; }

    /// <summary>The name behind a text with escapes for invisible characters.</summary>
    public static string GetName(string visible)
    {
        var name = new StringBuilder();
        for (var i = 0; i < visible.Length; i++)
        {
            name.Append(visible[i] == '\\' ? GetUnit(visible, ref i) : visible[i]);
        }

        return name.ToString();
    }

    /// <summary>The character of an escape, and where it ends.</summary>
    private static char GetUnit(string visible, ref int i)
    {
        i++;
        if (visible[i] != 'u')
        {
            return visible[i] == 'n' ? '\n' : visible[i];
        }

        i += 4;
        return (char)int.Parse(visible.AsSpan(i - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>True when a line starts with the ID of a node and a text.</summary>
    private static bool IsStatement(string line, string next) =>
        line.Length > 1 && line[0] == 'n' && line.AsSpan(1).TrimStart("0123456789").StartsWith(next);

    private static string[] GetLabel(string line)
    {
        var at = line.IndexOf(Label, StringComparison.Ordinal);
        return at < 0 ? [] : Read(line, at + Label.Length).Replace("&amp;", "&", StringComparison.Ordinal).Split('\n');
    }

    private static string Read(string line, int at)
    {
        var label = new StringBuilder();
        for (; line[at] != '"'; at++)
        {
            label.Append(line[at] != '\\' ? line[at] : line[++at] == 'n' ? '\n' : line[at]);
        }

        return label.ToString();
    }
}
