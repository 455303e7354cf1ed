namespace ImageStreams.Graphs;

/// <summary>The nodes that can be reached from one node, nearest first. Each node is visited once.</summary>
internal sealed class BuildChainReach
{
    private readonly bool[] _isReached;

    private BuildChainReach(int nodes, int root)
    {
        _isReached = new bool[nodes];
        Reach(root);
    }

    /// <summary>The numbers of the nodes, the root first.</summary>
    public List<int> Nodes { get; } = [];

    /// <summary>The numbers of the edges between the nodes, without those that lead back to the root.</summary>
    public List<int> Edges { get; } = [];

    /// <summary>Follows the edges of some kinds.</summary>
    public static BuildChainReach Forward(BuildChainLinks links, int root, BuildChainEdgeKinds kinds)
    {
        var reach = new BuildChainReach(links.NodeCount, root);
        for (var i = 0; i < reach.Nodes.Count; i++)
        {
            foreach (var edge in links.GetOutgoing(reach.Nodes[i]))
            {
                reach.Follow(edge, links.GetTarget(edge), root, links.HasKind(edge, kinds));
            }
        }

        return reach;
    }

    /// <summary>Follows the edges of some kinds backward.</summary>
    public static BuildChainReach Backward(BuildChainLinks links, int root, BuildChainEdgeKinds kinds)
    {
        var reach = new BuildChainReach(links.NodeCount, root);
        for (var i = 0; i < reach.Nodes.Count; i++)
        {
            foreach (var edge in links.GetIncoming(reach.Nodes[i]))
            {
                reach.Follow(edge, links.GetSource(edge), root, links.HasKind(edge, kinds));
            }
        }

        return reach;
    }

    private void Follow(int edge, int next, int root, bool isIncluded)
    {
        if (isIncluded && next != root)
        {
            Edges.Add(edge);
            Reach(next);
        }
    }

    private void Reach(int node)
    {
        if (!_isReached[node])
        {
            _isReached[node] = true;
            Nodes.Add(node);
        }
    }
}
