namespace ImageStreams.Graphs;

/// <summary>The nodes of a slice, each once, and those that only its edges name; numbered in that order.</summary>
internal sealed class NumberedNodes
{
    private readonly Dictionary<GraphNode, int> _numbers;
    private readonly List<GraphNode> _nodes;

    public NumberedNodes(GraphSlice slice)
    {
        (_numbers, _nodes) = (new(slice.Nodes.Count), new(slice.Nodes.Count));
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
