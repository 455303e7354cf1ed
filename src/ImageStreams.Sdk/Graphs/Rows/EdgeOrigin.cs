namespace ImageStreams.Graphs;

/// <summary>What an edge means, whether it fires, and which of the places of its kind it comes from.</summary>
internal readonly record struct EdgeOrigin(GraphEdgeKind Kind, EdgeFiring Firing, int Index = 0);
