using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>How a <see cref="GraphSlice"/> is drawn.</summary>
/// <remarks>Immutable; one value serves any number of pictures on any thread.</remarks>
public sealed record GraphPictureOptions
{
    /// <summary>The default of <see cref="MaxNodes"/>.</summary>
    public const int DefaultMaxNodes = 300;

    /// <summary>The default of <see cref="MaxEdges"/>, which is also the most that Mermaid draws.</summary>
    public const int DefaultMaxEdges = 500;

    /// <summary>From left to right, folded when it is large, and without highlights.</summary>
    public static GraphPictureOptions Default { get; } = new();

    /// <summary>What stands above the picture; nothing by default.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where edges lead.</summary>
    public GraphDirection Direction { get; init; }

    /// <summary>Whether edges say what they mean; true by default.</summary>
    public bool ShowEdgeLabels { get; init; } = true;

    /// <summary>The most nodes to draw, from 1 up; <see cref="DefaultMaxNodes"/> by default.</summary>
    /// <remarks>
    /// A slice with more is folded as little as it takes: tags by stream, builds and workloads by namespace; then all of
    /// a namespace; then all but the largest namespaces. Nodes and edges of a folded picture say how many they stand for.
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

    /// <summary>The most edges to draw, from 0 up; <see cref="DefaultMaxEdges"/> by default.</summary>
    /// <remarks>All edges from one node to another are drawn as one. A slice with more is folded as for nodes.</remarks>
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

    /// <summary>A change whose waves are coloured, while what it does not reach is faded; null for none.</summary>
    public TagImpact? Impact { get; init; }

    /// <summary>What goes round and is to be seen at once; none by default.</summary>
    public ValueList<GraphCycle> Cycles { get; init; }

    /// <summary>Where tags lead, so that those without an image say so; null for not saying.</summary>
    public TagOutcomes? Outcomes { get; init; }
}
