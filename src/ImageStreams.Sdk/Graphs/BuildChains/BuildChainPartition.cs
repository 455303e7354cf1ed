using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>The part of a build chain that depends on one node, or that the node depends on.</summary>
public sealed record BuildChainPartition
{
    /// <summary>The node that was asked about.</summary>
    public required BuildChainNode Root { get; init; }

    /// <summary>The nodes, by their distance from the root, which is the first.</summary>
    public required ValueList<BuildChainNode> Nodes { get; init; }

    /// <summary>The edges that connect them, each with all its kinds.</summary>
    public required ValueList<BuildChainEdge> Edges { get; init; }
}
