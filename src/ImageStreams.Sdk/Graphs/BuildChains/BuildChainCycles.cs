using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>The circles in which builds make, step by step, the images they start from.</summary>
public sealed record BuildChainCycles
{
    /// <summary>
    /// The cycles. Each has a node once, and starts at the one that the build configurations name first; the last node
    /// leads to the first. Ordered by their nodes in the same way.
    /// </summary>
    public required ValueList<ValueList<BuildChainNode>> Cycles { get; init; }

    /// <summary>Whether the search ended at a limit, so that there may be further cycles.</summary>
    public required bool IsTruncated { get; init; }
}
