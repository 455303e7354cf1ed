using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Nodes of a <see cref="TagGraph"/> that all lead to each other, with a shortest cycle through them.</summary>
public sealed record GraphCycle
{
    /// <summary>The kind of the cycle.</summary>
    public required GraphCycleKind Kind { get; init; }

    /// <summary>All nodes that lead to each other, in no particular order.</summary>
    public required ValueList<GraphNode> Members { get; init; }

    /// <summary>
    /// The edges of a shortest cycle; in a build loop, of a shortest cycle through a build. Each edge begins where the
    /// previous one ends; the first begins at the smallest name.
    /// </summary>
    public required ValueList<GraphEdge> Path { get; init; }

    /// <summary>
    /// Gets a value indicating whether no cycle is shorter than <see cref="Path"/>; false only among thousands of nodes,
    /// where not every cycle can be tried.
    /// </summary>
    public required bool IsShortest { get; init; }

    /// <summary>A shortest cycle through a build in which every edge is automatic; empty when there is none.</summary>
    /// <remarks>Always empty for a tag cycle: an image that comes back to its own tag moves nothing.</remarks>
    public required ValueList<GraphEdge> FiringPath { get; init; }

    /// <summary>Gets a value indicating whether the builds of the cycle start each other endlessly.</summary>
    public bool IsSelfTriggering => !FiringPath.IsEmpty;

    /// <summary>Finds the edge whose removal costs least: in a build loop a trigger, without which the build still has its base;
    /// otherwise the reference that closes the shortest cycle.</summary>
    public GraphCut FindCut() => GraphCut.Find(this);

    /// <summary>Returns <see cref="Path"/> and <see cref="FiringPath"/>, to be drawn or written as JSON.</summary>
    public GraphSlice ToSlice() => GraphSlice.Create([], [.. Path.Concat(FiringPath).Distinct()]);

    /// <summary>Returns the kind and the nodes of the path, with the first node repeated at the end.</summary>
    public override string ToString() =>
        $"{Kind}: {string.Join(" -> ", Path.Select(edge => edge.From).Concat(Path.Take(1).Select(edge => edge.From)))}";
}
