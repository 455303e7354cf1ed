namespace ImageStreams.Graphs;

/// <summary>What is to be drawn; nodes of one namespace stand together.</summary>
internal sealed record Picture(IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges)
{
    /// <summary>The nodes with their numbers, by namespace; those outside of all namespaces are under the empty one.</summary>
    public IEnumerable<IGrouping<string, int>> Clusters() =>
        Enumerable.Range(0, Nodes.Count).GroupBy(number => Nodes[number].Key.Namespace, StringComparer.Ordinal);
}
