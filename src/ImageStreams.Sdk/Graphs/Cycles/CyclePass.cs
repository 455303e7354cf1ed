using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Finds everything in a graph that goes round.</summary>
/// <remarks>
/// What goes round without a build is a ring of tags, which is found by following. Only what builds lead to is searched for
/// strong components.
/// </remarks>
internal sealed class CyclePass(GraphRows rows)
{
    private readonly GraphView _view = new(rows);
    private long _work;

    public ValueList<GraphCycle> Run()
    {
        using var built = Built();
        var graph = CompactGraph.Of(rows, built.Nodes, static _ => true);
        var rings = new TagRings(rows).Run().Where(ring => built.Find(ring[0]) == NodeRow.None);
        var loops = StrongComponents.CyclicOf(graph).Select(component => Array.ConvertAll(component, graph.Node));
        return rings.Concat(loops).Select(ToCycle).ToValueList();
    }

    /// <summary>The builds, and all that they lead to: whatever goes round through a build is among that.</summary>
    private NodeMap Built()
    {
        var built = new NodeMap();
        for (var node = 0; node < rows.NodeCount; node++)
        {
            if (IsBuild(node))
            {
                built.Add(node);
            }
        }

        for (var number = 0; number < built.Count; number++)
        {
            for (var edge = rows.Node(built[number]).FirstOut; edge != NodeRow.None; edge = rows.Edge(edge).NextOut)
            {
                built.Add(rows.Edge(edge).To);
            }
        }

        return built;
    }

    private GraphCycle ToCycle(int[] nodes)
    {
        var graph = CompactGraph.Of(rows, nodes, static _ => true);
        var isLoop = Array.Exists(nodes, IsBuild);
        var way = FindWay(graph, isLoop ? IsBuild : static _ => true, out var isShortest);
        return new GraphCycle
        {
            Kind = isLoop ? GraphCycleKind.BuildLoop : GraphCycleKind.TagCycle,
            Members = nodes.Select(_view.Node).ToValueList(),
            Path = Show(way),
            IsShortest = isShortest,
            FiringPath = isLoop ? FindFiringPath(nodes) : [],
        };
    }

    private ValueList<GraphEdge> FindFiringPath(int[] nodes)
    {
        var firing = Firing(nodes);
        var best = StrongComponents.CyclicOf(firing)
            .Select(component => Array.ConvertAll(component, firing.Node))
            .Where(component => Array.Exists(component, IsBuild))
            .Select(component => FindWay(Firing(component), IsBuild, out _))
            .MinBy(way => way.Length);
        return best is null ? [] : Show(best);
    }

    private CompactGraph Firing(int[] nodes) =>
        CompactGraph.Of(rows, nodes, static edge => edge.Firing == EdgeFiring.Automatic);

    private int[] FindWay(CompactGraph graph, Func<int, bool> isOnIt, out bool isShortest) =>
        Array.ConvertAll(ShortestCycle.Find(graph, isOnIt, ref _work, out isShortest), graph.Edge);

    private bool IsBuild(int node) => rows.Node(node).Kind == NodeKind.Build;

    /// <summary>The edges of a way round, turned so that the smallest name comes first.</summary>
    private ValueList<GraphEdge> Show(int[] way)
    {
        var edges = Array.ConvertAll(way, _view.Edge);
        var names = Array.ConvertAll(edges, edge => edge.From.ToString());
        var first = Array.IndexOf(names, names.Min(StringComparer.Ordinal));
        return [.. edges[first..], .. edges[..first]];
    }
}
