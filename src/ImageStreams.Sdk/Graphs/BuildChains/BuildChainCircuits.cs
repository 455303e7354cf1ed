namespace ImageStreams.Graphs;

/// <summary>The cycles through one node of a component, by Johnson's algorithm with its own stack.</summary>
/// <remarks>
/// A node from which the start was not reached stays blocked until a node it leads to is unblocked. So no dead end is
/// visited twice between two cycles, and each cycle takes at most time linear in the component.
/// </remarks>
internal sealed class BuildChainCircuits(
    BuildChainLinks links, BuildChainEdgeKinds kinds, BuildChainComponents components)
{
    private readonly bool[] _isBlocked = new bool[links.NodeCount];
    private readonly bool[] _reachesStart = new bool[links.NodeCount]; // on a cycle that was found
    private readonly int[] _next = new int[links.NodeCount];           // the position among the node's edges

    /// <summary>The edges of each node whose sources are unblocked with it.</summary>
    private readonly List<int>?[] _waiting = new List<int>?[links.NodeCount];

    private readonly bool[] _isWaiting = new bool[links.EdgeCount];
    private readonly List<int> _path = [];
    private readonly Stack<int> _unblocking = new();
    private int _region;

    /// <summary>Finds each cycle through a node, until there is none left or the callback returns false.</summary>
    /// <param name="component">The nodes of the component.</param>
    /// <param name="start">The node.</param>
    /// <param name="take">Receives the nodes of a cycle, the start first; the list is valid during the call only.</param>
    public void Find(int[] component, int start, Func<List<int>, bool> take)
    {
        Reset(component, start);
        Enter(start);
        while (_path.Count > 0)
        {
            var node = _path[^1];
            if (_next[node] == links.GetOutgoing(node).Length)
            {
                Leave(node);
            }
            else if (Step(node, start) && !take(_path))
            {
                return;
            }
        }
    }

    private void Reset(int[] component, int start)
    {
        _region = components.GetRegion(start);
        _path.Clear();
        foreach (var node in component)
        {
            Release(node);
        }

        _unblocking.Clear();
    }

    /// <summary>Follows the next edge of a node; true when it closes a cycle.</summary>
    private bool Step(int node, int start)
    {
        var edge = links.GetOutgoing(node)[_next[node]++];
        var to = links.GetTarget(edge);
        if (!IsInRegion(edge))
        {
            return false;
        }

        if (to != start && !_isBlocked[to])
        {
            Enter(to);
        }

        _reachesStart[node] |= to == start;
        return to == start;
    }

    private bool IsInRegion(int edge) => links.HasKind(edge, kinds) && components.GetRegion(links.GetTarget(edge)) == _region;

    private void Enter(int node)
    {
        _isBlocked[node] = true;
        _reachesStart[node] = false;
        _next[node] = 0;
        _path.Add(node);
    }

    private void Leave(int node)
    {
        _path.RemoveAt(_path.Count - 1);
        if (!_reachesStart[node])
        {
            WaitForTargets(node);
            return;
        }

        Unblock(node);
        if (_path.Count > 0)
        {
            _reachesStart[_path[^1]] = true;
        }
    }

    private void WaitForTargets(int node)
    {
        foreach (var edge in links.GetOutgoing(node))
        {
            if (IsInRegion(edge) && !_isWaiting[edge])
            {
                _isWaiting[edge] = true;
                (_waiting[links.GetTarget(edge)] ??= []).Add(edge);
            }
        }
    }

    private void Unblock(int node)
    {
        _unblocking.Push(node);
        while (_unblocking.TryPop(out var next))
        {
            Release(next);
        }
    }

    /// <summary>Unblocks one node, and queues those that waited for it.</summary>
    private void Release(int node)
    {
        _isBlocked[node] = false;
        foreach (var edge in _waiting[node] ?? [])
        {
            _isWaiting[edge] = false;
            _unblocking.Push(links.GetSource(edge));
        }

        _waiting[node]?.Clear();
    }
}
