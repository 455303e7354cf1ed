namespace ImageStreams.Graphs;

/// <summary>What is known of one node that a change reaches.</summary>
internal struct ImpactRow
{
    /// <summary>The edge by which it came; of what comes by itself, the one that came last.</summary>
    public int Cause;

    /// <summary>The wave, of what comes by itself.</summary>
    public int Wave;

    /// <summary>How many edges it is still to come by; while waves are counted.</summary>
    public int PendingEdges;

    /// <summary>What the node is.</summary>
    public NodeKind Kind;

    public ImpactReach Reach;

    /// <summary>Whether it is its own cause, over builds and however many other steps.</summary>
    public bool IsInLoop;

    /// <summary>How many waves it takes: one for a build or a roll-out, none for a tag that moves along.</summary>
    public readonly int Cost => Kind is NodeKind.Build or NodeKind.Workload ? 1 : 0;
}
