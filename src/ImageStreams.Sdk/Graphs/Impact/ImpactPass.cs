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
            Reach(root, NodeRow.None, ImpactReach.Automatic);
        }

        _rootCount = _reached.Count;
    }

    /// <summary>What is reached from some nodes, those first.</summary>
    public static ImpactResult Run(GraphRows rows, ReadOnlySpan<int> roots)
    {
        using var pass = new ImpactPass(rows, roots);
        pass.SpreadByItself();
        using (var waves = new WavePass(rows, pass._reached, pass._impact, pass._flow))
        {
            waves.Run();
        }

        pass.Spread(pass._paused, ImpactReach.CutOffByPause, EdgeFiring.Paused);
        pass.Spread(pass._manual, ImpactReach.Manual, EdgeFiring.Manual);
        return new ImpactResult(pass._reached.ToPages(), pass._impact.ToPages(), pass._rootCount);
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
    private void SpreadByItself()
    {
        for (var number = 0; number < _reached.Count; number++)
        {
            for (var edge = _rows.Node(_reached[number]).FirstOut; edge != NodeRow.None;)
            {
                ref readonly var row = ref _rows.Edge(edge);
                if (row.Firing == EdgeFiring.Automatic)
                {
                    Flow(row.To, edge);
                }
                else
                {
                    PutAside(edge);
                }

                edge = row.NextOut;
            }

            _flow.End();
        }
    }

    private void Flow(int node, int edge)
    {
        var target = Reach(node, edge, ImpactReach.Automatic);
        if (target < _rootCount)
        {
            _flow.ComesBack = true;
        }
        else
        {
            _flow.Add(target, edge);
            _impact[target].Awaited++;
        }
    }

    /// <summary>Goes along edges that were put aside, and on from there over edges that fire no worse than said.</summary>
    private void Spread(PooledList<int> aside, ImpactReach reach, EdgeFiring worst)
    {
        var next = _reached.Count;
        foreach (var edge in aside.Items)
        {
            Reach(_rows.Edge(edge).To, edge, reach);
        }

        for (; next < _reached.Count; next++)
        {
            for (var edge = _rows.Node(_reached[next]).FirstOut; edge != NodeRow.None; edge = _rows.Edge(edge).NextOut)
            {
                if (_rows.Edge(edge).Firing <= worst)
                {
                    Reach(_rows.Edge(edge).To, edge, reach);
                }
                else
                {
                    PutAside(edge);
                }
            }
        }
    }

    /// <summary>Keeps an edge for later, unless it can lead to nothing new.</summary>
    private void PutAside(int edge)
    {
        if (_reached.Find(_rows.Edge(edge).To) == NodeRow.None)
        {
            (_rows.Edge(edge).Firing == EdgeFiring.Paused ? _paused : _manual).Add(edge);
        }
    }

    private int Reach(int node, int cause, ImpactReach reach)
    {
        var number = _reached.NumberOf(node, out var isNew);
        if (isNew)
        {
            _impact.Add(new ImpactRow { Cause = cause, Reach = reach, Kind = _rows.Node(node).Kind });
        }

        return number;
    }
}
