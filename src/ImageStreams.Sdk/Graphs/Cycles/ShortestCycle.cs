namespace ImageStreams.Graphs;

/// <summary>Finds a shortest cycle among nodes that can all reach each other.</summary>
/// <remarks>
/// Searches breadth-first from each node, no deeper than the best cycle so far. Among very many nodes that would take
/// quadratic time, so the work for a graph is capped; the result is then the shortest cycle through the nodes that were
/// tried, at least one of each component.
/// </remarks>
internal sealed class ShortestCycle
{
    /// <summary>The number of edges to visit before the best cycle so far is good enough.</summary>
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
        _graph = graph;
        _work = work;
        _parents = new int[graph.Count];
        _arrivalEdges = new int[graph.Count];
        _depth = new int[graph.Count];
        _seenFrom = new int[graph.Count];
        Array.Fill(_seenFrom, NodeRow.None);
    }

    /// <summary>Finds the edges of a shortest cycle, as positions in the graph, in order.</summary>
    /// <param name="graph">The nodes, which all reach each other.</param>
    /// <param name="isRoot">Selects the nodes of which the cycle has at least one.</param>
    /// <param name="work">The number of edges visited so far for the whole graph.</param>
    /// <param name="isShortest">True when no cycle is known to be shorter.</param>
    public static int[] Find(CompactGraph graph, Func<int, bool> isRoot, ref long work, out bool isShortest)
    {
        var search = new ShortestCycle(graph, work);
        int[] best = [];
        var root = 0;
        while (root < graph.Count && search.CanFindShorter(best))
        {
            if (isRoot(graph.GetNode(root)))
            {
                best = search.FindThrough(root, best.Length == 0 ? int.MaxValue : best.Length) ?? best;
            }

            root++;
        }

        work = search._work;
        isShortest = root == graph.Count || search.IsKnownShortest(best);
        return best;
    }

    private bool CanFindShorter(int[] best) =>
        best.Length == 0 || (_work < MaxWork && !IsKnownShortest(best));

    /// <summary>Determines whether the cycle has one edge, or is the only one.</summary>
    private bool IsKnownShortest(int[] best) => best.Length == 1 || _graph.EdgeCount == _graph.Count;

    /// <summary>Finds a cycle through a node that is shorter than a limit.</summary>
    private int[]? FindThrough(int root, int limit)
    {
        _queue.Clear();
        _queue.Enqueue(root);
        _seenFrom[root] = root;
        _depth[root] = 0;
        while (_queue.TryDequeue(out var node) && _depth[node] + 1 < limit)
        {
            for (var position = _graph.GetStart(node); position < _graph.GetStart(node + 1); position++)
            {
                _work++;
                if (_graph.GetTarget(position) == root)
                {
                    return TracePath(root, node, position);
                }

                Visit(root, node, position);
            }
        }

        return null;
    }

    private void Visit(int root, int parent, int position)
    {
        var node = _graph.GetTarget(position);
        if (_seenFrom[node] != root)
        {
            _seenFrom[node] = root;
            _depth[node] = _depth[parent] + 1;
            _parents[node] = parent;
            _arrivalEdges[node] = position;
            _queue.Enqueue(node);
        }
    }

    private int[] TracePath(int root, int last, int lastEdge)
    {
        var path = new List<int> { lastEdge };
        for (var node = last; node != root; node = _parents[node])
        {
            path.Add(_arrivalEdges[node]);
        }

        path.Reverse();
        return [.. path];
    }
}
