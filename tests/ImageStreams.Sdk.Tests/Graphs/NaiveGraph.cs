using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>The edges of a graph with naive searches.</summary>
internal sealed class NaiveGraph(IEnumerable<GraphEdge> edges)
{
    private readonly ILookup<GraphNode, GraphEdge> _out = edges.ToLookup(edge => edge.From);

    public IEnumerable<GraphNode> Nodes => _out.SelectMany(group => group).SelectMany(edge => new[] { edge.From, edge.To }).Distinct();

    public static NaiveGraph Create(TagGraph graph, Func<GraphEdge, bool> isIn) => new(graph.ToSlice().Edges.Where(isIn));

    public NaiveGraph Reverse() => new(_out.SelectMany(group => group).Select(edge => edge with { From = edge.To, To = edge.From }));

    /// <summary>The number of edges from a node to each node that it reaches, itself only through a cycle.</summary>
    public Dictionary<GraphNode, int> Distances(params IEnumerable<GraphNode> from)
    {
        var distances = new Dictionary<GraphNode, int>();
        var next = new Queue<(GraphNode Node, int Distance)>(from.Select(node => (node, 0)));
        while (next.TryDequeue(out var at))
        {
            foreach (var edge in _out[at.Node].Where(edge => distances.TryAdd(edge.To, at.Distance + 1)))
            {
                next.Enqueue((edge.To, at.Distance + 1));
            }
        }

        return distances;
    }

    /// <summary>All sets of nodes that reach each other, with the distance of each node to itself.</summary>
    public List<List<(GraphNode Node, int Round)>> Loops()
    {
        var distances = Nodes.ToDictionary(node => node, node => Distances(node));
        return [.. Nodes.Where(node => distances[node].ContainsKey(node))
            .GroupBy(node => string.Join(' ', distances[node].Keys.Where(other => distances[other].ContainsKey(node)).Select(one => $"{one}").Order(StringComparer.Ordinal)))
            .Select(group => group.Select(node => (node, distances[node][node])).ToList())];
    }
}
