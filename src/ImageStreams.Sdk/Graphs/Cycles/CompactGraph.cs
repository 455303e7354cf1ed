namespace ImageStreams.Graphs;

/// <summary>A part of a graph with nodes numbered from 0: what algorithms go through.</summary>
internal sealed class CompactGraph
{
    private readonly int[] _nodes;
    private readonly int[] _starts;
    private readonly int[] _targets;
    private readonly int[] _edges;

    private CompactGraph(int[] nodes, int[] starts, int[] targets, int[] edges) =>
        (_nodes, _starts, _targets, _edges) = (nodes, starts, targets, edges);

    /// <summary>How many nodes there are.</summary>
    public int Count => _nodes.Length;

    /// <summary>How many edges there are.</summary>
    public int EdgeCount => _targets.Length;

    /// <summary>The part that consists of some nodes and the edges between them.</summary>
    /// <param name="rows">The graph.</param>
    /// <param name="nodes">The nodes, each once.</param>
    /// <param name="isIn">Which edges are part of it; not asked for those that lead to other nodes.</param>
    public static CompactGraph Create(GraphRows rows, ReadOnlySpan<int> nodes, Func<EdgeRow, bool> isIn)
    {
        using var numbers = new NodeMap(nodes.Length);
        foreach (var node in nodes)
        {
            numbers.Add(node);
        }

        var (starts, targets, edges) = (new int[nodes.Length + 1], new List<int>(), new List<int>());
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var edge = rows.GetNode(nodes[i]).FirstOut; edge != NodeRow.None; edge = rows.GetEdge(edge).NextOut)
            {
                ref readonly var row = ref rows.GetEdge(edge);
                if (numbers.Find(row.To) is var target and not NodeRow.None && isIn(row))
                {
                    targets.Add(target);
                    edges.Add(edge);
                }
            }

            starts[i + 1] = targets.Count;
        }

        return new CompactGraph(nodes.ToArray(), starts, [.. targets], [.. edges]);
    }

    /// <summary>The node of the whole graph that a number stands for.</summary>
    public int GetNode(int number) => _nodes[number];

    /// <summary>The first of the places of a node's edges; those of the next node follow behind the last.</summary>
    public int GetStart(int number) => _starts[number];

    /// <summary>Where the edge at a place leads.</summary>
    public int GetTarget(int position) => _targets[position];

    /// <summary>The edge of the whole graph at a place.</summary>
    public int GetEdge(int position) => _edges[position];

    /// <summary>The numbers of the nodes that a node's edges lead to.</summary>
    public ReadOnlySpan<int> GetTargets(int number) => _targets.AsSpan(_starts[number].._starts[number + 1]);
}
