using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>The nodes that a change reaches, those that were moved first at the front, and a row for each.</summary>
internal sealed record ImpactResult(CopyOnWriteList<int> Nodes, CopyOnWriteList<ImpactRow> Rows, int RootCount);
