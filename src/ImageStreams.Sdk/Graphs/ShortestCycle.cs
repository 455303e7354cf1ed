namespace ImageStreams.Graphs;

/// <summary>Finds a shortest way round in nodes that can all reach each other.</summary>
/// <remarks>
/// A breadth-first search from each node, no deeper than the best so far. In a tangle of very many nodes that would take
/// their number squared, so the work is capped; then it is the shortest through the nodes that were tried.
/// </remarks>
internal sealed class ShortestCycle
{
    /// <summary>How many edges may be looked at.</summary>
    private const long MostWork = 20_000_000;

    private readonly CompactGraph _graph;
    private readonly int[] _parents;
    private readonly int[] _cameBy;
    private readonly int[] _seenFrom;
    private readonly int[] _depth;
    private readonly Queue<int> _queue = [];
    private long _work;

    private ShortestCycle(CompactGraph graph)
    {
        _graph = graph;
        (_parents, _cameBy) = (new int[graph.Count], new int[graph.Count]);
        (_seenFrom, _depth) = (new int[graph.Count], new int[graph.Count]);
        Array.Fill(_seenFrom, NodeRow.None);
    }

    /// <summary>The edges of the way round, by their places, in order.</summary>
    /// <param name="graph">The nodes, which all reach each other.</param>
    /// <param name="isOnIt">Which nodes it is to go through, one of them at least.</param>
    /// <param name="isShortest">Whether there is none shorter, as far as is known.</param>
    public static int[] Find(CompactGraph graph, Func<int, bool> isOnIt, out bool isShortest)
    {
        var search = new ShortestCycle(graph);
        int[] best = [];
        var root = 0;
        for (; root < graph.Count && search._work < MostWork && best.Length != 1; root++)
        {
            if (isOnIt(graph.Node(root)))
            {
                best = search.From(root, best.Length == 0 ? int.MaxValue : best.Length) ?? best;
            }
        }

        isShortest = best.Length == 1 || root == graph.Count || graph.EdgeCount == graph.Count;
        return best;
    }

    /// <summary>A way round through a node that is shorter than a limit, or null.</summary>
    private int[]? From(int root, int limit)
    {
        _queue.Clear();
        _queue.Enqueue(root);
        (_seenFrom[root], _depth[root]) = (root, 0);
        while (_queue.TryDequeue(out var node) && _depth[node] + 1 < limit)
        {
            for (var place = _graph.Start(node); place < _graph.Start(node + 1); place++)
            {
                _work++;
                var target = _graph.Target(place);
                if (target == root)
                {
                    return WayRound(root, node, place);
                }

                if (_seenFrom[target] != root)
                {
                    (_seenFrom[target], _depth[target]) = (root, _depth[node] + 1);
                    (_parents[target], _cameBy[target]) = (node, place);
                    _queue.Enqueue(target);
                }
            }
        }

        return null;
    }

    private int[] WayRound(int root, int last, int lastPlace)
    {
        var way = new List<int> { lastPlace };
        for (var node = last; node != root; node = _parents[node])
        {
            way.Add(_cameBy[node]);
        }

        way.Reverse();
        return [.. way];
    }
}
