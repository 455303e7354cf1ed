namespace ImageStreams.Graphs;

/// <summary>One edge of a build chain. There is at most one from one node to another.</summary>
/// <param name="From">The input, or the build.</param>
/// <param name="To">The build of the input, or the output of the build.</param>
/// <param name="Kinds">The kinds of the edge.</param>
public readonly record struct BuildChainEdge(BuildChainNode From, BuildChainNode To, BuildChainEdgeKinds Kinds)
{
    /// <summary>Returns both nodes and the kinds.</summary>
    public override string ToString() => $"{From} -> {To} ({Kinds})";
}
