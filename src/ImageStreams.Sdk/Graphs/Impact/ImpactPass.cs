using ImageStreams.Internal;
namespace ImageStreams.Graphs;

/// <summary>Finds what a change reaches, by what, and in which wave.</summary>
/// <remarks>Costs what it reaches, whatever the size of the graph: every edge is looked at once. Used once.</remarks>
internal sealed class ImpactPass : IDisposable
{
    private readonly GraphRows _rows;
    private readonly NodeMap _reached = new();
    private readonly PooledList<ImpactRow> _impact = new();
    private readonly ImpactFlow _flow = new();
    private readonly PooledList<int> _paused = new();
    private readonly PooledList<int> _manual = new();
    private readonly int _rootCount;

    private ImpactPass(GraphRows rows, ReadOnlySpan<int> roots)
    {
        _rows = rows;
        foreach (var root in roots)
        {
            GetOrAddReached(root, NodeRow.None, ImpactReach.Automatic);
        }

        _rootCount = _reached.Count;
    }

    /// <summary>What is reached from some nodes, those first.</summary>
    public static ImpactResult Run(GraphRows rows, ReadOnlySpan<int> roots)
    {
        using var pass = new ImpactPass(rows, roots);
        pass.SpreadAutomatic();
        using (var waves = new WavePass(rows, pass._reached, pass._impact, pass._flow))
        {
            waves.Run();
        }

        pass.Spread(pass._paused, ImpactReach.CutOffByPause, EdgeFiring.Paused);
        pass.Spread(pass._manual, ImpactReach.Manual, EdgeFiring.Manual);
        var impact = CopyOnWriteList<ImpactRow>.Create(pass._impact.Items);
        return new ImpactResult(pass._reached.ToCopyOnWriteList(), impact, pass._rootCount);
    }

    public void Dispose()
    {
        _reached.Dispose();
        _impact.Dispose();
        _flow.Dispose();
        _paused.Dispose();
        _manual.Dispose();
    }

    /// <summary>Goes along the edges that fire, and puts the others aside.</summary>
    private void SpreadAutomatic()
    {
        for (var number = 0; number < _reached.Count; number++)
        {
            for (var edge = _rows.GetNode(_reached[number]).FirstOut; edge != NodeRow.None;)
            {
                ref readonly var row = ref _rows.GetEdge(edge);
                if (row.Firing == EdgeFiring.Automatic)
                {
                    AddFlow(row.To, edge);
                }
                else
                {
                    Defer(edge);
                }

                edge = row.NextOut;
            }

            _flow.EndNode();
        }
    }

    private void AddFlow(int node, int edge)
    {
        var target = GetOrAddReached(node, edge, ImpactReach.Automatic);
        if (target < _rootCount)
        {
            _flow.ReturnsToRoots = true;
        }
        else
        {
            _flow.Add(target, edge);
            _impact[target].PendingEdges++;
        }
    }

    /// <summary>Goes along edges that were put aside, and on from there over edges that fire no worse than said.</summary>
    private void Spread(PooledList<int> aside, ImpactReach reach, EdgeFiring worst)
    {
        var next = _reached.Count;
        foreach (var edge in aside.Items)
        {
            GetOrAddReached(_rows.GetEdge(edge).To, edge, reach);
        }

        for (; next < _reached.Count; next++)
        {
            for (var edge = _rows.GetNode(_reached[next]).FirstOut; edge != NodeRow.None; edge = _rows.GetEdge(edge).NextOut)
            {
                if (_rows.GetEdge(edge).Firing <= worst)
                {
                    GetOrAddReached(_rows.GetEdge(edge).To, edge, reach);
                }
                else
                {
                    Defer(edge);
                }
            }
        }
    }

    /// <summary>Keeps an edge for later, unless it can lead to nothing new.</summary>
    private void Defer(int edge)
    {
        if (_reached.Find(_rows.GetEdge(edge).To) == NodeRow.None)
        {
            (_rows.GetEdge(edge).Firing == EdgeFiring.Paused ? _paused : _manual).Add(edge);
        }
    }

    private int GetOrAddReached(int node, int cause, ImpactReach reach)
    {
        var number = _reached.GetOrAddNumber(node, out var isNew);
        if (isNew)
        {
            _impact.Add(new ImpactRow { Cause = cause, Reach = reach, Kind = _rows.GetNode(node).Kind });
        }

        return number;
    }
}
