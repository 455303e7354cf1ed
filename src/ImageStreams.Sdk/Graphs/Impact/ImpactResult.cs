namespace ImageStreams.Graphs;

/// <summary>What a change reaches: the nodes, what was moved to begin with first, and what is known of each.</summary>
internal sealed record ImpactResult(CopyOnWriteList<int> Nodes, CopyOnWriteList<ImpactRow> Rows, int RootCount);
