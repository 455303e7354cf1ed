namespace ImageStreams.Graphs;

/// <summary>One node that a change reaches, and the edge that causes it.</summary>
public sealed record ImpactItem
{
    /// <summary>The tag that moves, the build that starts or the workload that rolls out.</summary>
    public required GraphNode Node { get; init; }

    /// <summary>The condition under which the change reaches the node.</summary>
    public required ImpactReach Reach { get; init; }

    /// <summary>The edge that causes it: among automatic edges the last one, otherwise one of those it waits for.</summary>
    public required GraphEdge Cause { get; init; }

    /// <summary>
    /// Gets a value indicating whether the node causes itself through builds, so that it is reached endlessly.
    /// </summary>
    public bool IsInLoop { get; init; }

    /// <summary>Returns the node and its cause.</summary>
    public override string ToString() => $"{Node} because of {Cause.From} ({Cause.Field})";
}
