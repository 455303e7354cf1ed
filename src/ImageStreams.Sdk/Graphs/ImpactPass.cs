namespace ImageStreams.Graphs;

/// <summary>Finds what a change reaches, by what, and in which wave.</summary>
/// <remarks>Costs what it reaches, whatever the size of the graph. Used once.</remarks>
internal sealed class ImpactPass
{
    private readonly GraphRows _rows;
    private readonly NodeMap _reached = new();
    private readonly List<ImpactRow> _impact = [];
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
    public static (NodeMap Nodes, ImpactRow[] Rows, int Roots) Run(GraphRows rows, ReadOnlySpan<int> roots)
    {
        var pass = new ImpactPass(rows, roots);
        pass.Spread(ImpactReach.Automatic, EdgeFiring.Automatic);
        var automatic = pass._reached.Count;
        pass.Spread(ImpactReach.CutOffByPause, EdgeFiring.Paused);
        pass.Spread(ImpactReach.Manual, EdgeFiring.Manual);
        var impact = pass._impact.ToArray();
        new WavePass(rows, pass._reached, impact, pass._rootCount, automatic).Run();
        return (pass._reached, impact, pass._rootCount);
    }

    /// <summary>Goes on from everything reached so far, over edges that fire no worse than said.</summary>
    private void Spread(ImpactReach reach, EdgeFiring worst)
    {
        for (var number = 0; number < _reached.Count; number++)
        {
            for (var edge = _rows.Node(_reached[number]).FirstOut; edge != NodeRow.None; edge = _rows.Edge(edge).NextOut)
            {
                if (_rows.Edge(edge).Firing <= worst)
                {
                    Reach(_rows.Edge(edge).To, edge, reach);
                }
            }
        }
    }

    private void Reach(int node, int cause, ImpactReach reach)
    {
        if (_reached.Add(node))
        {
            _impact.Add(new ImpactRow { Cause = cause, Reach = reach });
        }
    }
}
