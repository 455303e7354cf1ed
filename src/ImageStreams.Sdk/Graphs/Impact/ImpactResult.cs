namespace ImageStreams.Graphs;

/// <summary>What a change reaches: the nodes, what was moved to begin with first, and what is known of each.</summary>
internal sealed record ImpactResult(Pages<int> Nodes, Pages<ImpactRow> Rows, int RootCount);
