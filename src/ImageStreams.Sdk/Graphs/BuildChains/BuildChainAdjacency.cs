namespace ImageStreams.Graphs;

/// <summary>The edges of each node, one after the other in a single array.</summary>
internal sealed class BuildChainAdjacency
{
    private readonly int[] _starts;
    private readonly int[] _edges;

    /// <summary>Sorts edges by the node they belong to, in linear time.</summary>
    /// <param name="nodes">The number of nodes.</param>
    /// <param name="nodeOfEdge">The node at one end of each edge.</param>
    public BuildChainAdjacency(int nodes, ReadOnlySpan<int> nodeOfEdge)
    {
        _starts = new int[nodes + 1];
        _edges = new int[nodeOfEdge.Length];
        foreach (var node in nodeOfEdge)
        {
            _starts[node]++;
        }

        // These are first the ends of the nodes' edges; filling in the edges from the back turns them into starts.
        for (var i = 1; i <= nodes; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        for (var edge = nodeOfEdge.Length - 1; edge >= 0; edge--)
        {
            _edges[--_starts[nodeOfEdge[edge]]] = edge;
        }
    }

    /// <summary>The edges of a node, in the given order.</summary>
    public ReadOnlySpan<int> this[int node] => _edges.AsSpan(_starts[node].._starts[node + 1]);
}
