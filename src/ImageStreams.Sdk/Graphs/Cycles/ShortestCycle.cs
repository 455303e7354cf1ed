namespace ImageStreams.Graphs;

/// <summary>Finds a shortest way round in nodes that can all reach each other.</summary>
/// <remarks>
/// A breadth-first search from each node, no deeper than the best so far. In tangles of very many nodes that would take
/// their number squared, so the work for a graph is capped; then it is the shortest through the nodes that were tried,
/// one of each tangle at least.
/// </remarks>
internal sealed class ShortestCycle
{
    /// <summary>How many edges may be looked at before one way round is enough.</summary>
    private const long MaxWork = 20_000_000;

    private readonly CompactGraph _graph;
    private readonly int[] _parents;
    private readonly int[] _arrivalEdges;
    private readonly int[] _seenFrom;
    private readonly int[] _depth;
    private readonly Queue<int> _queue = [];
    private long _work;

    private ShortestCycle(CompactGraph graph, long work)
    {
        (_graph, _work) = (graph, work);
        (_parents, _arrivalEdges) = (new int[graph.Count], new int[graph.Count]);
        (_seenFrom, _depth) = (new int[graph.Count], new int[graph.Count]);
        Array.Fill(_seenFrom, NodeRow.None);
    }

    /// <summary>The edges of the way round, by their places, in order.</summary>
    /// <param name="graph">The nodes, which all reach each other.</param>
    /// <param name="isOnIt">Which nodes it is to go through, one of them at least.</param>
    /// <param name="work">How many edges were looked at so far for the whole graph.</param>
    /// <param name="isShortest">Whether there is none shorter, as far as is known.</param>
    public static int[] Find(CompactGraph graph, Func<int, bool> isOnIt, ref long work, out bool isShortest)
    {
        var search = new ShortestCycle(graph, work);
        int[] best = [];
        var root = 0;
        for (; root < graph.Count && search.CanFindShorter(best); root++)
        {
            if (isOnIt(graph.GetNode(root)))
            {
                best = search.FindThrough(root, best.Length == 0 ? int.MaxValue : best.Length) ?? best;
            }
        }

        work = search._work;
        isShortest = root == graph.Count || search.IsKnownShortest(best);
        return best;
    }

    private bool CanFindShorter(int[] best) =>
        best.Length == 0 || (_work < MaxWork && !IsKnownShortest(best));

    /// <summary>Whether a way comes back at once, or there is no other.</summary>
    private bool IsKnownShortest(int[] best) => best.Length == 1 || _graph.EdgeCount == _graph.Count;

    /// <summary>A way round through a node that is shorter than a limit, or null.</summary>
    private int[]? FindThrough(int root, int limit)
    {
        _queue.Clear();
        _queue.Enqueue(root);
        (_seenFrom[root], _depth[root]) = (root, 0);
        while (_queue.TryDequeue(out var node) && _depth[node] + 1 < limit)
        {
            for (var position = _graph.GetStart(node); position < _graph.GetStart(node + 1); position++)
            {
                _work++;
                var target = _graph.GetTarget(position);
                if (target == root)
                {
                    return TracePath(root, node, position);
                }

                if (_seenFrom[target] != root)
                {
                    (_seenFrom[target], _depth[target]) = (root, _depth[node] + 1);
                    (_parents[target], _arrivalEdges[target]) = (node, position);
                    _queue.Enqueue(target);
                }
            }
        }

        return null;
    }

    private int[] TracePath(int root, int last, int lastPlace)
    {
        var way = new List<int> { lastPlace };
        for (var node = last; node != root; node = _parents[node])
        {
            way.Add(_arrivalEdges[node]);
        }

        way.Reverse();
        return [.. way];
    }
}
