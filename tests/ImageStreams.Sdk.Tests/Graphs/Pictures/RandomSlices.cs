using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Tests.Graphs;

/// <summary>Slices made of numbers.</summary>
internal static class RandomSlices
{
    private static readonly GraphField Field =
        new() { Kind = "ImageStream", Namespace = "n", Name = "s", Path = "spec.tags[0].from" };

    /// <summary>A node for each number, and an edge from each to some of those before it.</summary>
    public static GraphSlice Create(ushort[] numbers)
    {
        var nodes = numbers.Select(CreateNode).Distinct().ToValueList();
        return new GraphSlice { Nodes = nodes, Edges = nodes.SelectMany((node, i) => CreateEdges(nodes, node, i)).ToValueList() };
    }

    /// <summary>Tags in a row, each of which follows the one before.</summary>
    public static GraphSlice Chain(int count)
    {
        var nodes = Enumerable.Range(0, count).Select(i => (GraphNode)Tag(i % 1000, i / 1000, i)).ToValueList();
        return new GraphSlice { Nodes = nodes, Edges = nodes.Skip(1).Select((node, i) => Edge(nodes[i], node, 0)).ToValueList() };
    }

    /// <summary>Ten namespaces, a hundred streams, a thousand tags at most, and so on.</summary>
    private static GraphNode CreateNode(ushort number) => (number % 5) switch
    {
        0 => Tag(number % 7, number % 3, number),
        1 => new GraphNode.StreamImage { Name = ImageStreamImageName.FromParts($"n{number % 7}", $"s{number % 3}", $"{number}") },
        2 => new GraphNode.ExternalImage { PullSpec = $"r{number % 4}.io/a/b{number % 11}:{number}" },
        3 => new GraphNode.Build { Namespace = $"n{number % 7}", Name = $"{number}" },
        _ => new GraphNode.Workload { Kind = "Deployment", Namespace = $"n{number % 7}", Name = $"{number}" },
    };

    private static GraphNode.Tag Tag(int ns, int stream, int tag) =>
        new() { Name = ImageStreamTagName.FromParts($"n{ns}", $"s{stream}", $"{tag}") };

    private static IEnumerable<GraphEdge> CreateEdges(ValueList<GraphNode> nodes, GraphNode node, int i) =>
        Enumerable.Range(0, i % 4).Select(j => Edge(nodes[i * (j + 1) % (i + 1)], node, i + j));

    private static GraphEdge Edge(GraphNode from, GraphNode to, int number) => new()
    {
        From = from,
        To = to,
        Kind = (GraphEdgeKind)(number % 8),
        Firing = (EdgeFiring)(number % 3),
        Field = Field,
    };
}
