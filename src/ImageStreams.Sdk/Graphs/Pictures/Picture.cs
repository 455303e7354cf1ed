namespace ImageStreams.Graphs;

/// <summary>The nodes and edges to draw, with the nodes of a namespace next to each other.</summary>
internal sealed record Picture(IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges)
{
    /// <summary>Groups the numbers of the nodes by namespace; nodes without one are under the empty name.</summary>
    public IEnumerable<IGrouping<string, int>> GetClusters() =>
        Enumerable.Range(0, Nodes.Count).GroupBy(number => Nodes[number].Key.Namespace, StringComparer.Ordinal);
}
