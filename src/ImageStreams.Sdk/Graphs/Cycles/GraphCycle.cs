using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Nodes of a <see cref="TagGraph"/> that all lead to each other, with a shortest way round.</summary>
public sealed record GraphCycle
{
    /// <summary>What goes round.</summary>
    public required GraphCycleKind Kind { get; init; }

    /// <summary>All nodes that lead to each other, in no particular order.</summary>
    public required ValueList<GraphNode> Members { get; init; }

    /// <summary>
    /// The edges of the shortest way round, in a build loop of the shortest over a build; each beginning where the one before ends, the first with the smallest name.
    /// </summary>
    public required ValueList<GraphEdge> Path { get; init; }

    /// <summary>
    /// Whether no way round is shorter; false only in tangles of thousands of nodes, in which not every way can be tried.
    /// </summary>
    public required bool IsShortest { get; init; }

    /// <summary>
    /// A shortest way round over a build that goes on by itself, without an edge that is manual or paused; empty when
    /// there is none.
    /// </summary>
    /// <remarks>Always empty for a tag cycle: an image that comes round to where it was moves nothing more.</remarks>
    public required ValueList<GraphEdge> FiringPath { get; init; }

    /// <summary>Whether a change goes round by itself: a build loop that does builds for ever.</summary>
    public bool IsSelfTriggering => !FiringPath.IsEmpty;

    /// <summary>The ways round, to be drawn or written as JSON; members that are on neither are left out.</summary>
    public GraphSlice ToSlice() => GraphSlice.Create([], [.. Path.Concat(FiringPath).Distinct()]);

    /// <summary>The kind and the nodes of the path, the first also at the end.</summary>
    public override string ToString() =>
        $"{Kind}: {string.Join(" -> ", Path.Select(edge => edge.From).Append(Path[0].From))}";
}
