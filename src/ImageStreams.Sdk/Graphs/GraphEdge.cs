namespace ImageStreams.Graphs;

/// <summary>
/// One edge of a <see cref="TagGraph"/>: a connection over which images move from one node to another, and the field that
/// creates it.
/// </summary>
public sealed record GraphEdge
{
    /// <summary>The node that images come from.</summary>
    public required GraphNode From { get; init; }

    /// <summary>The node that images go to.</summary>
    public required GraphNode To { get; init; }

    /// <summary>The meaning of the edge.</summary>
    public required GraphEdgeKind Kind { get; init; }

    /// <summary>The condition under which a change follows the edge.</summary>
    public required EdgeFiring Firing { get; init; }

    /// <summary>The field that creates the edge.</summary>
    public required GraphField Field { get; init; }

    /// <summary>Returns both ends, the kind and the field in one line.</summary>
    public override string ToString() => $"{From} --{Kind}, {Firing}--> {To} ({Field})";
}
