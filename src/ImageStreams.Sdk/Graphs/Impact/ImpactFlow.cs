using ImageStreams.Internal;
namespace ImageStreams.Graphs;

/// <summary>The edges by which a change goes on by itself, in the order in which it came by them.</summary>
/// <remarks>By the numbers of what is reached, so that they are gone through again without looking anything up.</remarks>
internal sealed class ImpactFlow : IDisposable
{
    private readonly PooledList<int> _ends = new();
    private readonly PooledList<int> _targets = new();
    private readonly PooledList<int> _edges = new();

    /// <summary>Whether it also leads to what was moved to begin with, which waits for nothing.</summary>
    public bool ReturnsToRoots { get; set; }

    /// <summary>Where the edges lead.</summary>
    public ReadOnlySpan<int> Targets => _targets.Items;

    /// <summary>The edges themselves.</summary>
    public ReadOnlySpan<int> Edges => _edges.Items;

    /// <summary>The places of the edges that lead on from a number.</summary>
    public Range this[int number] => (number == 0 ? 0 : _ends[number - 1]).._ends[number];

    /// <summary>Adds an edge from the number that is being gone on from.</summary>
    public void Add(int target, int edge)
    {
        _targets.Add(target);
        _edges.Add(edge);
    }

    /// <summary>Ends the edges of one number, and begins those of the next.</summary>
    public void EndNode() => _ends.Add(_targets.Count);

    public void Dispose()
    {
        _ends.Dispose();
        _targets.Dispose();
        _edges.Dispose();
    }
}
