namespace ImageStreams.Graphs;

/// <summary>That images go from one node of a <see cref="TagGraph"/> to another, and why.</summary>
public sealed record GraphEdge
{
    /// <summary>Where images come from.</summary>
    public required GraphNode From { get; init; }

    /// <summary>Where they go.</summary>
    public required GraphNode To { get; init; }

    /// <summary>What it means.</summary>
    public required GraphEdgeKind Kind { get; init; }

    /// <summary>Whether a change goes along it by itself.</summary>
    public required EdgeFiring Firing { get; init; }

    /// <summary>What says so.</summary>
    public required GraphField Field { get; init; }

    /// <summary>Both ends and what lies between them, for a person to read.</summary>
    public override string ToString() => $"{From} --{Kind}, {Firing}--> {To} ({Field})";
}
