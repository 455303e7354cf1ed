namespace ImageStreams.Graphs;

/// <summary>Finds the sets of nodes that can all reach each other, by Tarjan's algorithm.</summary>
/// <remarks>
/// Linear, and with a stack of its own, so that a cycle of a million nodes needs no more of the call stack than one of two.
/// R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972).
/// </remarks>
internal sealed class StrongComponents
{
    private const int Unseen = 0;

    private readonly CompactGraph _graph;
    private readonly int[] _order;
    private readonly int[] _lowest;
    private readonly int[] _next;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _path = [];
    private readonly Stack<int> _open = [];
    private readonly List<int[]> _components = [];
    private int _seen;

    private StrongComponents(CompactGraph graph)
    {
        _graph = graph;
        _order = new int[graph.Count];
        _lowest = new int[graph.Count];
        _next = new int[graph.Count];
        _isOpen = new bool[graph.Count];
    }

    /// <summary>Finds all sets, including those of one node; a set comes before those from which it can be reached.</summary>
    public static IReadOnlyList<int[]> Find(CompactGraph graph)
    {
        var search = new StrongComponents(graph);
        for (var node = 0; node < graph.Count; node++)
        {
            if (search._order[node] == Unseen)
            {
                search.Search(node);
            }
        }

        return search._components;
    }

    /// <summary>Finds the sets that contain a cycle.</summary>
    public static IEnumerable<int[]> FindCyclic(CompactGraph graph) =>
        Find(graph).Where(nodes => nodes.Length > 1 || graph.GetTargets(nodes[0]).Contains(nodes[0]));

    private void Search(int root)
    {
        Enter(root);
        while (_path.TryPeek(out var node))
        {
            if (_next[node] < _graph.GetStart(node + 1))
            {
                Follow(node, _graph.GetTarget(_next[node]++));
            }
            else
            {
                Leave(_path.Pop());
            }
        }
    }

    private void Enter(int node)
    {
        _order[node] = _lowest[node] = ++_seen;
        _next[node] = _graph.GetStart(node);
        _isOpen[node] = true;
        _path.Push(node);
        _open.Push(node);
    }

    private void Follow(int node, int target)
    {
        if (_order[target] == Unseen)
        {
            Enter(target);
        }
        else if (_isOpen[target])
        {
            _lowest[node] = Math.Min(_lowest[node], _order[target]);
        }
    }

    private void Leave(int node)
    {
        if (_path.TryPeek(out var parent))
        {
            _lowest[parent] = Math.Min(_lowest[parent], _lowest[node]);
        }

        if (_lowest[node] == _order[node])
        {
            Close(node);
        }
    }

    private void Close(int first)
    {
        var component = new List<int>();
        int node;
        do
        {
            node = _open.Pop();
            _isOpen[node] = false;
            component.Add(node);
        }
        while (node != first);

        _components.Add([.. component]);
    }
}
