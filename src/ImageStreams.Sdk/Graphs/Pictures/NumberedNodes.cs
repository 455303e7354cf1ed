namespace ImageStreams.Graphs;

/// <summary>Numbers the nodes of a slice, and after them those that only its edges name.</summary>
internal sealed class NumberedNodes
{
    private readonly Dictionary<GraphNode, int> _numbers;
    private readonly List<GraphNode> _nodes;

    public NumberedNodes(GraphSlice slice)
    {
        _numbers = new(slice.Nodes.Count);
        _nodes = new(slice.Nodes.Count);
        foreach (var node in slice.Nodes)
        {
            Add(node);
        }

        foreach (var edge in slice.Edges)
        {
            Add(edge.From);
            Add(edge.To);
        }
    }

    public IReadOnlyList<GraphNode> Nodes => _nodes;

    public int GetNumber(GraphNode node) => _numbers[node];

    private void Add(GraphNode node)
    {
        if (_numbers.TryAdd(node, _nodes.Count))
        {
            _nodes.Add(node);
        }
    }
}
