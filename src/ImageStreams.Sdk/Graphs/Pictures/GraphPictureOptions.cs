using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Options for drawing a <see cref="GraphSlice"/>.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record GraphPictureOptions
{
    /// <summary>The default of <see cref="MaxNodes"/>: 300.</summary>
    public const int DefaultMaxNodes = 300;

    /// <summary>The default of <see cref="MaxEdges"/>: 500, which is also the most that Mermaid draws.</summary>
    public const int DefaultMaxEdges = 500;

    /// <summary>The default options: from left to right, folded when it is large, without highlights.</summary>
    public static GraphPictureOptions Default { get; } = new();

    /// <summary>The title above the picture; none by default.</summary>
    public string Title { get; init; } = "";

    /// <summary>The direction of the edges; from left to right by default.</summary>
    public GraphDirection Direction { get; init; }

    /// <summary>Gets a value indicating whether edges have labels with their meaning; true by default.</summary>
    public bool ShowEdgeLabels { get; init; } = true;

    /// <summary>The largest number of nodes to draw, at least 1; <see cref="DefaultMaxNodes"/> by default.</summary>
    /// <remarks>
    /// A larger slice is folded in steps until it fits: first tags by stream, builds and workloads by namespace; then all
    /// nodes of a namespace; then all but the largest namespaces. The nodes and edges of a folded picture have counts.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxNodes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = DefaultMaxNodes;

    /// <summary>The largest number of edges to draw, at least 0; <see cref="DefaultMaxEdges"/> by default.</summary>
    /// <remarks>All edges from one node to another are drawn as one. A larger slice is folded as for nodes.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0.</exception>
    public int MaxEdges
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = DefaultMaxEdges;

    /// <summary>The impact whose waves are colored, with all other nodes faded; null for none.</summary>
    public TagImpact? Impact { get; init; }

    /// <summary>The cycles to highlight; none by default.</summary>
    public ValueList<GraphCycle> Cycles { get; init; }

    /// <summary>The outcomes by which tags without an image are marked; null for no marks.</summary>
    public TagOutcomes? Outcomes { get; init; }
}
