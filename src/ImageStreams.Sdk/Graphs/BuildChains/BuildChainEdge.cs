namespace ImageStreams.Graphs;

/// <summary>One step of a build chain; there is at most one between two nodes.</summary>
/// <param name="From">The input, or the build that makes something.</param>
/// <param name="To">The build that takes the input, or what the build makes.</param>
/// <param name="Kinds">Why the one leads to the other.</param>
public readonly record struct BuildChainEdge(BuildChainNode From, BuildChainNode To, BuildChainEdgeKinds Kinds)
{
    /// <summary>Both nodes and the kinds, for a person to read.</summary>
    public override string ToString() => $"{From} -> {To} ({Kinds})";
}
