namespace ImageStreams.Graphs;

/// <summary>The edges of a build chain as pairs of node numbers, by edge and by node.</summary>
internal sealed class BuildChainLinks
{
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly BuildChainEdgeKinds[] _kinds;
    private readonly BuildChainAdjacency _outgoing;
    private readonly BuildChainAdjacency _incoming;

    public BuildChainLinks(int nodes, int[] from, int[] to, BuildChainEdgeKinds[] kinds)
    {
        NodeCount = nodes;
        _from = from;
        _to = to;
        _kinds = kinds;
        _outgoing = new BuildChainAdjacency(nodes, from);
        _incoming = new BuildChainAdjacency(nodes, to);
    }

    public int NodeCount { get; }

    public int EdgeCount => _from.Length;

    public int GetSource(int edge) => _from[edge];

    public int GetTarget(int edge) => _to[edge];

    public BuildChainEdgeKinds GetKinds(int edge) => _kinds[edge];

    /// <summary>Determines whether an edge has one of the kinds.</summary>
    public bool HasKind(int edge, BuildChainEdgeKinds kinds) => (_kinds[edge] & kinds) != 0;

    /// <summary>Gets the edges that start at a node.</summary>
    public ReadOnlySpan<int> GetOutgoing(int node) => _outgoing[node];

    /// <summary>Gets the edges that end at a node.</summary>
    public ReadOnlySpan<int> GetIncoming(int node) => _incoming[node];
}
