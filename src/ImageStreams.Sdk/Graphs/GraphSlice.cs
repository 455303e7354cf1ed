using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>A part of a <see cref="TagGraph"/>, or all of it, to be read, drawn or written as JSON.</summary>
public sealed partial record GraphSlice
{
    /// <summary>The nodes, in the byte order of their names.</summary>
    public required ValueList<GraphNode> Nodes { get; init; }

    /// <summary>The edges between the nodes, in the byte order of their ends.</summary>
    public required ValueList<GraphEdge> Edges { get; init; }

    /// <summary>The requested tag, if the graph does not have it; otherwise null.</summary>
    public UnknownName? Unknown { get; init; }

    /// <summary>Returns the number of nodes and edges, or the reason why there are none.</summary>
    public override string ToString() => Unknown?.Explanation
        ?? $"{Quantity.Format(Nodes.Count, "node")}, {Quantity.Format(Edges.Count, "edge")}";

    /// <summary>Creates the part with some nodes and the edges between them.</summary>
    internal static GraphSlice Create(GraphRows rows, NodeMap nodes)
    {
        var view = new GraphView(rows);
        var edges = new List<GraphEdge>();
        foreach (var node in nodes.Nodes)
        {
            for (var edge = rows.GetNode(node).FirstOut; edge != NodeRow.None; edge = rows.GetEdge(edge).NextOut)
            {
                if (nodes.Find(rows.GetEdge(edge).To) != NodeRow.None)
                {
                    edges.Add(view.GetEdge(edge));
                }
            }
        }

        return Create(nodes.Nodes.ToArray().Select(view.GetNode), edges);
    }

    /// <summary>Creates the part with some nodes and edges, and the ends of the edges.</summary>
    internal static GraphSlice Create(IEnumerable<GraphNode> nodes, IReadOnlyCollection<GraphEdge> edges) => new()
    {
        Nodes = nodes.Concat(edges.SelectMany(edge => new[] { edge.From, edge.To })).Distinct()
            .OrderBy(node => node.ToString(), StringComparer.Ordinal)
            .ToValueList(),
        Edges = edges
            .OrderBy(edge => edge.From.ToString(), StringComparer.Ordinal)
            .ThenBy(edge => edge.To.ToString(), StringComparer.Ordinal)
            .ThenBy(edge => edge.Kind)
            .ThenBy(edge => edge.Field.Path, StringComparer.Ordinal)
            .ToValueList(),
    };
}
