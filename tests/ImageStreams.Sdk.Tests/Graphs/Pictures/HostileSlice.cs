using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Tests.Graphs;

/// <summary>A slice in which everything has a hostile name, as namespace, name, kind and field.</summary>
internal static class HostileSlice
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "", " ", "\"", "\\", "\\\"", "ends with \\", "\\N \\G \\n \\l", "line\nfeed", "\r\n\t", "\0\u0001\u007F\u0085",
        "\u001B[31mred",
        "\uD800", "x\uDC00", "\uFFFE\uFFFF", "\u202Ereversed", "\u2028\u2029\u200B", "\u00E9\u4E2D\U0001F600", "\U000E0041",
        "]", "}", "|", ")]}", "-->", "end", "subgraph x", "%% comment",
        "%%{init: {\"theme\": \"dark\"}}%%", "<b>bold</b>", "<br/>",
        "</script><script>alert(1)</script>", "&amp; &lt; &#60;", "#quot; #35;", "style a:#1;", "classDef a:#1;", "`**md**`",
        "1. list", "- list",
        "click n0 href \"https://example.com\"", "n0 -> n1 [label=\"x\"]; }", "/* comment", "// comment", "; }",
        new('a', ImageReference.MaxNameLength), new('\u0001', 20),
    ];

    public static GraphSlice Create()
    {
        var all = Names.Select(CreateNodes).ToList();
        return new GraphSlice
        {
            Nodes = all.SelectMany(nodes => nodes).ToValueList(),
            Edges = all.SelectMany(CreateEdges).ToValueList(),
        };
    }

    private static GraphNode[] CreateNodes(string name) =>
    [
        new GraphNode.ExternalImage { PullSpec = name },
        new GraphNode.StreamImage { Name = ImageStreamImageName.FromParts(name, name, name) },
        new GraphNode.Tag { Name = ImageStreamTagName.FromParts(name, name, name) },
        new GraphNode.Build { Namespace = name, Name = name },
        new GraphNode.Workload { Kind = name, Namespace = name, Name = name },
    ];

    /// <summary>From each node to the next, of every kind and firing in turn.</summary>
    private static IEnumerable<GraphEdge> CreateEdges(GraphNode[] nodes, int number) => nodes.Skip(1).Select((to, i) => new GraphEdge
    {
        From = nodes[i],
        To = to,
        Kind = (GraphEdgeKind)((number + i) % Enum.GetValues<GraphEdgeKind>().Length),
        Firing = (EdgeFiring)(number % Enum.GetValues<EdgeFiring>().Length),
        Field = new GraphField { Kind = Names[number], Namespace = Names[number], Name = Names[number], Path = Names[number] },
    });
}
