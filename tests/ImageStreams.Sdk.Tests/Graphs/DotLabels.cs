using System.Text;

namespace ImageStreams.Tests.Graphs;

/// <summary>Reads the labels of a DOT text as Graphviz does; lines are separated by line feeds.</summary>
internal static class DotLabels
{
    private const string Start = "label=\"";

    public static IEnumerable<string> Read(string dot)
    {
        for (var at = Find(dot, 0); at >= 0; at = Find(dot, at))
        {
            yield return ReadOne(dot, ref at);
        }
    }

    private static int Find(string dot, int from) =>
        dot.IndexOf(Start, from, StringComparison.Ordinal) is var at and >= 0 ? at + Start.Length : -1;

    private static string ReadOne(string dot, ref int at)
    {
        var label = new StringBuilder();
        for (; dot[at] != '"'; at++)
        {
            label.Append(dot[at] != '\\' ? dot[at] : dot[++at] == 'n' ? '\n' : dot[at]);
        }

        return label.ToString().Replace("&amp;", "&", StringComparison.Ordinal);
    }
}
