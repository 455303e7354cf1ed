namespace ImageStreams.Graphs;

/// <summary>Finds the nodes that a node is built from, directly or indirectly.</summary>
internal static class DependencyPass
{
    /// <summary>Finds a node and all nodes that lead to it, directly or through others.</summary>
    public static GraphSlice Run(GraphRows rows, int root)
    {
        using var nodes = new NodeMap();
        var view = new GraphView(rows);
        var imports = new List<GraphEdge>();
        nodes.Add(root);
        for (var number = 0; number < nodes.Count; number++)
        {
            for (var edge = rows.GetNode(nodes[number]).FirstIn; edge != NodeRow.None; edge = rows.GetEdge(edge).NextIn)
            {
                nodes.Add(rows.GetEdge(edge).From);
            }

            if (view.FindImport(nodes[number]) is { } import)
            {
                imports.Add(import);
            }
        }

        var slice = GraphSlice.Create(rows, nodes);
        return GraphSlice.Create(slice.Nodes, [.. slice.Edges, .. imports]);
    }
}
