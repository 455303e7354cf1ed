namespace ImageStreams.Graphs;

/// <summary>The facts about one node that a change reaches.</summary>
internal struct ImpactRow
{
    /// <summary>The edge that reached the node; among automatic edges the last one.</summary>
    public int Cause;

    /// <summary>The wave of a node that is reached automatically.</summary>
    public int Wave;

    /// <summary>The number of edges still to come while waves are computed.</summary>
    public int PendingEdges;

    /// <summary>The kind of the node.</summary>
    public NodeKind Kind;

    public ImpactReach Reach;

    /// <summary>A value indicating whether the node causes itself through builds.</summary>
    public bool IsInLoop;

    /// <summary>The number of waves the node takes: one for a build or a rollout, none for a tag.</summary>
    public readonly int Cost => Kind is NodeKind.Build or NodeKind.Workload ? 1 : 0;
}
