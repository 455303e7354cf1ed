using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Finds all cycles of a graph.</summary>
/// <remarks>
/// A cycle without a build consists of tags, and following them finds it. Only the nodes that builds lead to are searched
/// for strong components.
/// </remarks>
internal sealed class CyclePass(GraphRows rows)
{
    private readonly GraphView _view = new(rows);
    private long _work;

    public ValueList<GraphCycle> Run()
    {
        using var built = FindBuilt();
        var graph = CompactGraph.Create(rows, built.Nodes, static _ => true);
        var tags = new TagCycleSearch(rows).Run().Where(cycle => built.Find(cycle[0]) == NodeRow.None);
        var loops = StrongComponents.FindCyclic(graph).Select(component => Array.ConvertAll(component, graph.GetNode));
        return tags.Concat(loops).Select(ToCycle).ToValueList();
    }

    /// <summary>Finds the builds and all nodes that they lead to, among which every cycle with a build is.</summary>
    private NodeMap FindBuilt()
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
            for (var edge = rows.GetNode(built[number]).FirstOut; edge != NodeRow.None; edge = rows.GetEdge(edge).NextOut)
            {
                built.Add(rows.GetEdge(edge).To);
            }
        }

        return built;
    }

    private GraphCycle ToCycle(int[] nodes)
    {
        var graph = CompactGraph.Create(rows, nodes, static _ => true);
        var isLoop = Array.Exists(nodes, IsBuild);
        var path = FindPath(graph, isLoop ? IsBuild : static _ => true, out var isShortest);
        return new GraphCycle
        {
            Kind = isLoop ? GraphCycleKind.BuildLoop : GraphCycleKind.TagCycle,
            Members = nodes.Select(_view.GetNode).ToValueList(),
            Path = ToEdges(path),
            IsShortest = isShortest,
            FiringPath = isLoop ? FindFiringPath(nodes) : [],
        };
    }

    private ValueList<GraphEdge> FindFiringPath(int[] nodes)
    {
        var firing = CreateFiringGraph(nodes);
        var best = StrongComponents.FindCyclic(firing)
            .Select(component => Array.ConvertAll(component, firing.GetNode))
            .Where(component => Array.Exists(component, IsBuild))
            .Select(component => FindPath(CreateFiringGraph(component), IsBuild, out _))
            .MinBy(path => path.Length);
        return best is null ? [] : ToEdges(best);
    }

    private CompactGraph CreateFiringGraph(int[] nodes) =>
        CompactGraph.Create(rows, nodes, static edge => edge.Firing == EdgeFiring.Automatic);

    private int[] FindPath(CompactGraph graph, Func<int, bool> isRoot, out bool isShortest) =>
        Array.ConvertAll(ShortestCycle.Find(graph, isRoot, ref _work, out isShortest), graph.GetEdge);

    private bool IsBuild(int node) => rows.GetNode(node).Kind == NodeKind.Build;

    /// <summary>Converts a cycle into edges, rotated so that the smallest name comes first.</summary>
    private ValueList<GraphEdge> ToEdges(int[] path)
    {
        var edges = Array.ConvertAll(path, _view.GetEdge);
        var names = Array.ConvertAll(edges, edge => edge.From.ToString());
        var first = Array.IndexOf(names, names.Min(StringComparer.Ordinal));
        return [.. edges[first..], .. edges[..first]];
    }
}
