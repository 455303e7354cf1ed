namespace ImageStreams.Graphs;

/// <summary>Something that a change reaches, and why.</summary>
public sealed record ImpactItem
{
    /// <summary>The tag that moves, the build that starts or the workload that rolls out.</summary>
    public required GraphNode Node { get; init; }

    /// <summary>By what the change gets there.</summary>
    public required ImpactReach Reach { get; init; }

    /// <summary>
    /// The edge that causes it: of what comes by itself the one that comes last, of anything else one that it waits for.
    /// </summary>
    public required GraphEdge Cause { get; init; }

    /// <summary>Whether it causes itself, over builds and however many other steps: it will come again and again.</summary>
    public bool IsInLoop { get; init; }

    /// <summary>What it is, and the edge.</summary>
    public override string ToString() => $"{Node} because of {Cause.From} ({Cause.Field})";
}
