using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>A description of a whole graph, in lines that are the same for the same world.</summary>
internal static class GraphStory
{
    public static IReadOnlyList<string> Describe(TagGraph graph)
    {
        var slice = graph.ToSlice();
        return
        [
            $"{graph.NodeCount} nodes, {graph.EdgeCount} edges",
            .. slice.Nodes.Select(node => $"{node}"),
            .. slice.Edges.Select(edge => $"{edge}"),
            .. graph.ResolveAll().All.Select(outcome => $"{outcome}").Order(StringComparer.Ordinal),
            .. graph.Cycles.Select(DescribeCycle).Order(StringComparer.Ordinal),
            .. slice.Nodes.OfType<GraphNode.Tag>().SelectMany(tag => DescribeTag(graph, tag)),
            .. slice.Nodes.OfType<GraphNode.ExternalImage>().Select(image => DescribeImpact(graph.ComputeImageImpact(image.PullSpec))),
        ];
    }

    private static string DescribeCycle(GraphCycle cycle) =>
        $"{cycle.Kind} {cycle.Path.Count} {cycle.FiringPath.Count} {cycle.IsShortest}: {Sorted(cycle.Members)}";

    private static IEnumerable<string> DescribeTag(TagGraph graph, GraphNode.Tag tag)
    {
        var made = graph.GetDependencies(tag.Name);
        return [DescribeImpact(graph.ComputeImpact(tag.Name)), $"{Sorted(made.Nodes)} by {Sorted(made.Edges)}"];
    }

    private static string DescribeImpact(TagImpact impact) =>
        $"{Sorted(impact.Moved)} move {string.Join("; ", impact.Waves.Select(wave => DescribeItems(wave.Items)))}"
        + $" cut off {DescribeItems(impact.CutOffByPause)} manual {DescribeItems(impact.Manual)}";

    private static string DescribeItems(IEnumerable<ImpactItem> items) => Sorted(items.Select(item => $"{item.Node} {item.Reach} {item.IsInLoop}"));

    private static string Sorted(IEnumerable<object> things) =>
        string.Join(", ", things.Select(thing => $"{thing}").Order(StringComparer.Ordinal));
}
