namespace ImageStreams.Graphs;

/// <summary>Finds everything that a node is made from.</summary>
internal static class DependencyPass
{
    /// <summary>The node and all from which an edge leads to it, over however many steps.</summary>
    public static GraphSlice Run(GraphRows rows, int root)
    {
        using var nodes = new NodeMap();
        var (view, imports) = (new GraphView(rows), new List<GraphEdge>());
        nodes.Add(root);
        for (var number = 0; number < nodes.Count; number++)
        {
            for (var edge = rows.Node(nodes[number]).FirstIn; edge != NodeRow.None; edge = rows.Edge(edge).NextIn)
            {
                nodes.Add(rows.Edge(edge).From);
            }

            if (view.FindImport(nodes[number]) is { } import)
            {
                imports.Add(import);
            }
        }

        var slice = GraphSlice.Of(rows, nodes);
        return GraphSlice.Of(slice.Nodes, [.. slice.Edges, .. imports]);
    }
}
