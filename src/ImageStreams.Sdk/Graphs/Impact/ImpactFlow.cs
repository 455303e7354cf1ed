using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>The automatic edges that a change follows, in the order in which it reaches them.</summary>
/// <remarks>Stored by the numbers of the reached nodes, so that a second pass looks nothing up.</remarks>
internal sealed class ImpactFlow : IDisposable
{
    private readonly PooledList<int> _ends = new();
    private readonly PooledList<int> _targets = new();
    private readonly PooledList<int> _edges = new();

    /// <summary>
    /// Gets or sets a value indicating whether the change also leads back to the nodes that were moved first, which wait for
    /// nothing.
    /// </summary>
    public bool ReturnsToRoots { get; set; }

    /// <summary>The targets of the edges.</summary>
    public ReadOnlySpan<int> Targets => _targets.Items;

    /// <summary>The edges themselves.</summary>
    public ReadOnlySpan<int> Edges => _edges.Items;

    /// <summary>The positions of the edges that lead on from a number.</summary>
    public Range this[int number] => (number == 0 ? 0 : _ends[number - 1]).._ends[number];

    /// <summary>Adds an edge of the current number.</summary>
    public void Add(int target, int edge)
    {
        _targets.Add(target);
        _edges.Add(edge);
    }

    /// <summary>Ends the edges of the current number, and starts those of the next.</summary>
    public void EndNode() => _ends.Add(_targets.Count);

    public void Dispose()
    {
        _ends.Dispose();
        _targets.Dispose();
        _edges.Dispose();
    }
}
