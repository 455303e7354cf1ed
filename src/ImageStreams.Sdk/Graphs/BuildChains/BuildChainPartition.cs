using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>The part of a build chain that depends on one node, or that the node depends on.</summary>
public sealed record BuildChainPartition
{
    /// <summary>The requested node.</summary>
    public required BuildChainNode Root { get; init; }

    /// <summary>The nodes by their distance from the root, which comes first.</summary>
    public required ValueList<BuildChainNode> Nodes { get; init; }

    /// <summary>The edges between the nodes, each with all its kinds.</summary>
    public required ValueList<BuildChainEdge> Edges { get; init; }

    /// <summary>Returns the root and the number of nodes.</summary>
    public override string ToString() => $"{Root}: {Nodes.Count} nodes";
}
