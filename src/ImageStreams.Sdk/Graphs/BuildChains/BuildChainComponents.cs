namespace ImageStreams.Graphs;

/// <summary>Splits a region of nodes into its strongly connected components.</summary>
/// <remarks>Tarjan's algorithm with its own stack; linear in the nodes and edges of the region.</remarks>
internal sealed class BuildChainComponents
{
    /// <summary>The region of a node that is no longer in any region.</summary>
    public const int None = -1;

    private readonly BuildChainLinks _links;
    private readonly BuildChainEdgeKinds _kinds;
    private readonly int[] _region;
    private readonly int[] _order; // 0 = not visited
    private readonly int[] _low;   // the earliest node that is known to be reachable from here
    private readonly int[] _next;  // the position among the node's edges
    private readonly Stack<int> _path = new();
    private readonly Stack<int> _open = new();
    private int _regions;
    private int _visited;

    /// <summary>Initializes the search with all nodes in region 0.</summary>
    public BuildChainComponents(BuildChainLinks links, BuildChainEdgeKinds kinds)
    {
        _links = links;
        _kinds = kinds;
        _region = new int[links.NodeCount];
        _order = new int[links.NodeCount];
        _low = new int[links.NodeCount];
        _next = new int[links.NodeCount];
    }

    /// <summary>Gets the region of a node.</summary>
    public int GetRegion(int node) => _region[node];

    /// <summary>Removes a node from its region.</summary>
    public void Remove(int node) => _region[node] = None;

    /// <summary>
    /// Turns each component of more than one node into a region; other nodes are then in no region. No node leads to itself,
    /// because two nodes of one kind have no edge.
    /// </summary>
    public List<int[]> Split(ReadOnlySpan<int> nodes, int region)
    {
        var components = new List<int[]>();
        _visited = 0;
        foreach (var node in nodes)
        {
            _order[node] = 0;
        }

        foreach (var node in nodes)
        {
            if (_region[node] == region && _order[node] == 0)
            {
                Visit(node, region, components);
            }
        }

        return components;
    }

    private void Visit(int root, int region, List<int[]> components)
    {
        Enter(root);
        while (_path.TryPeek(out var node))
        {
            if (_next[node] < _links.GetOutgoing(node).Length)
            {
                Follow(node, _links.GetOutgoing(node)[_next[node]++], region);
            }
            else
            {
                Leave(_path.Pop(), components);
            }
        }
    }

    private void Enter(int node)
    {
        _order[node] = _low[node] = ++_visited;
        _next[node] = 0;
        _path.Push(node);
        _open.Push(node);
    }

    private void Follow(int node, int edge, int region)
    {
        var to = _links.GetTarget(edge);
        if (!_links.HasKind(edge, _kinds) || _region[to] != region)
        {
            return;
        }

        if (_order[to] == 0)
        {
            Enter(to);
        }
        else
        {
            _low[node] = Math.Min(_low[node], _order[to]);
        }
    }

    private void Leave(int node, List<int[]> components)
    {
        if (_path.TryPeek(out var parent))
        {
            _low[parent] = Math.Min(_low[parent], _low[node]);
        }

        if (_low[node] == _order[node])
        {
            Close(node, components);
        }
    }

    /// <summary>
    /// Closes the component of a node: all nodes opened since. In a region of their own they are not visited again.
    /// </summary>
    private void Close(int first, List<int[]> components)
    {
        if (_open.Peek() == first)
        {
            Remove(_open.Pop());
            return;
        }

        var members = new List<int>();
        _regions++;
        do
        {
            members.Add(_open.Pop());
            _region[members[^1]] = _regions;
        }
        while (members[^1] != first);

        components.Add([.. members]);
    }
}
