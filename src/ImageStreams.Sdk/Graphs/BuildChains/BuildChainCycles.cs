using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>The cycles of builds that start from their own output, directly or through others.</summary>
public sealed record BuildChainCycles
{
    /// <summary>
    /// The cycles. Each contains a node once, and starts at the node that the build configurations name first; the last node
    /// leads to the first. The cycles are in the same order.
    /// </summary>
    public required ValueList<ValueList<BuildChainNode>> Cycles { get; init; }

    /// <summary>Gets a value indicating whether the search ended at a limit, so that there may be more cycles.</summary>
    public required bool IsTruncated { get; init; }

    /// <summary>Returns the number of cycles.</summary>
    public override string ToString() => $"{Cycles.Count}{(IsTruncated ? " or more" : "")} cycles";
}
