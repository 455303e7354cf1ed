namespace ImageStreams.Graphs;

/// <summary>A part of a graph with its nodes numbered from 0, as graph algorithms need it.</summary>
internal sealed class CompactGraph
{
    private readonly int[] _nodes;
    private readonly int[] _starts;
    private readonly int[] _targets;
    private readonly int[] _edges;

    private CompactGraph(int[] nodes, int[] starts, int[] targets, int[] edges)
    {
        _nodes = nodes;
        _starts = starts;
        _targets = targets;
        _edges = edges;
    }

    /// <summary>The number of nodes.</summary>
    public int Count => _nodes.Length;

    /// <summary>The number of edges.</summary>
    public int EdgeCount => _targets.Length;

    /// <summary>Creates the part with some nodes and edges between them.</summary>
    /// <param name="rows">The graph.</param>
    /// <param name="nodes">The nodes, each once.</param>
    /// <param name="isIncluded">Selects the edges; called for edges between the nodes only.</param>
    public static CompactGraph Create(GraphRows rows, ReadOnlySpan<int> nodes, Func<EdgeRow, bool> isIncluded)
    {
        using var numbers = new NodeMap(nodes.Length);
        foreach (var node in nodes)
        {
            numbers.Add(node);
        }

        var starts = new int[nodes.Length + 1];
        var targets = new List<int>();
        var edges = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var edge = rows.GetNode(nodes[i]).FirstOut; edge != NodeRow.None; edge = rows.GetEdge(edge).NextOut)
            {
                ref readonly var row = ref rows.GetEdge(edge);
                var target = numbers.Find(row.To);
                if (target != NodeRow.None && isIncluded(row))
                {
                    targets.Add(target);
                    edges.Add(edge);
                }
            }

            starts[i + 1] = targets.Count;
        }

        return new CompactGraph(nodes.ToArray(), starts, [.. targets], [.. edges]);
    }

    /// <summary>Gets the node of the whole graph that has a number.</summary>
    public int GetNode(int number) => _nodes[number];

    /// <summary>Gets the first position of a node's edges; those of the next node follow after the last.</summary>
    public int GetStart(int number) => _starts[number];

    /// <summary>Gets the number of the node that the edge at a position leads to.</summary>
    public int GetTarget(int position) => _targets[position];

    /// <summary>Gets the edge of the whole graph at a position.</summary>
    public int GetEdge(int position) => _edges[position];

    /// <summary>Gets the numbers of the nodes that a node's edges lead to.</summary>
    public ReadOnlySpan<int> GetTargets(int number) => _targets.AsSpan(_starts[number].._starts[number + 1]);
}
