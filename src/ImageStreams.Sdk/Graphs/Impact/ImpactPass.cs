using ImageStreams.Internal;

namespace ImageStreams.Graphs;

/// <summary>Finds the nodes that a change reaches, the conditions under which it reaches them, and their waves.</summary>
/// <remarks>
/// The cost depends on what the change reaches, not on the size of the graph: each edge is visited once. Used once.
/// </remarks>
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

    /// <summary>Finds the nodes that are reached from some nodes, which come first in the result.</summary>
    public static ImpactResult Run(GraphRows rows, ReadOnlySpan<int> roots)
    {
        using var pass = new ImpactPass(rows, roots);
        pass.SpreadAutomatic();
        using (var waves = new WavePass(rows, pass._reached, pass._impact, pass._flow))
        {
            waves.Run();
        }

        pass.SpreadDeferred(pass._paused, ImpactReach.CutOffByPause, EdgeFiring.Paused);
        pass.SpreadDeferred(pass._manual, ImpactReach.Manual, EdgeFiring.Manual);
        return new ImpactResult(
            pass._reached.ToCopyOnWriteList(), CopyOnWriteList<ImpactRow>.Create(pass._impact.Items), pass._rootCount);
    }

    public void Dispose()
    {
        _reached.Dispose();
        _impact.Dispose();
        _flow.Dispose();
        _paused.Dispose();
        _manual.Dispose();
    }

    /// <summary>Follows the automatic edges, and defers the others.</summary>
    private void SpreadAutomatic()
    {
        for (var number = 0; number < _reached.Count; number++)
        {
            var edge = _rows.GetNode(_reached[number]).FirstOut;
            while (edge != NodeRow.None)
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

    /// <summary>Follows deferred edges, and from there on the edges that fire no worse than given.</summary>
    private void SpreadDeferred(PooledList<int> deferred, ImpactReach reach, EdgeFiring worst)
    {
        var next = _reached.Count;
        foreach (var edge in deferred.Items)
        {
            GetOrAddReached(_rows.GetEdge(edge).To, edge, reach);
        }

        while (next < _reached.Count)
        {
            SpreadFrom(_reached[next++], reach, worst);
        }
    }

    private void SpreadFrom(int node, ImpactReach reach, EdgeFiring worst)
    {
        for (var edge = _rows.GetNode(node).FirstOut; edge != NodeRow.None; edge = _rows.GetEdge(edge).NextOut)
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

    /// <summary>Keeps an edge for later, unless its target is already reached.</summary>
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
