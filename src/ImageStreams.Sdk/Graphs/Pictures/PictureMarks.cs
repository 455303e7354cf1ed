using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Finds the highlights of nodes and edges.</summary>
internal sealed class PictureMarks
{
    private readonly Dictionary<GraphNode, int> _reach = [];
    private readonly HashSet<GraphNode> _cycleNodes = [];
    private readonly HashSet<(GraphNode From, GraphNode To, GraphField Field)> _cycleEdges = [];
    private readonly TagOutcomes? _outcomes;

    public PictureMarks(GraphPictureOptions options)
    {
        _outcomes = options.Outcomes;
        if (options.Impact is { } impact)
        {
            Add(impact);
        }

        foreach (var cycle in options.Cycles)
        {
            Add(cycle.ToSlice());
        }
    }

    public PictureMark GetMark(GraphNode node) => new(
        _reach.GetValueOrDefault(node, PictureMark.NotReached),
        _cycleNodes.Contains(node),
        GetOutcome(node));

    public bool IsInCycle(GraphEdge edge) => _cycleEdges.Contains((edge.From, edge.To, edge.Field));

    private TagOutcomeKind GetOutcome(GraphNode node) =>
        (node is GraphNode.Tag tag ? _outcomes?.Find(tag.Name)?.Kind : null) ?? TagOutcomeKind.Resolved;

    private void Add(TagImpact impact)
    {
        foreach (var node in impact.Moved)
        {
            _reach[node] = PictureMark.Moved;
        }

        foreach (var wave in impact.Waves)
        {
            Add(wave.Items, wave.Number);
        }

        Add(impact.CutOffByPause, PictureMark.CutOff);
        Add(impact.Manual, PictureMark.Manual);
    }

    private void Add(ValueList<ImpactItem> items, int reach)
    {
        foreach (var item in items)
        {
            _reach[item.Node] = reach;
        }
    }

    private void Add(GraphSlice cycle)
    {
        _cycleNodes.UnionWith(cycle.Nodes);
        _cycleEdges.UnionWith(cycle.Edges.Select(edge => (edge.From, edge.To, edge.Field)));
    }
}
