using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>Everything that a graph has to say, as lines that are the same for the same world.</summary>
internal static class GraphStory
{
    public static IReadOnlyList<string> Of(TagGraph graph)
    {
        var slice = graph.ToSlice();
        return
        [
            $"{graph.NodeCount} nodes, {graph.EdgeCount} edges",
            .. slice.Nodes.Select(node => $"{node}"),
            .. slice.Edges.Select(edge => $"{edge}"),
            .. graph.ResolveAll().All.Select(outcome => $"{outcome}").Order(StringComparer.Ordinal),
            .. graph.Cycles.Select(Told).Order(StringComparer.Ordinal),
            .. slice.Nodes.OfType<GraphNode.Tag>().SelectMany(tag => Told(graph, tag)),
            .. slice.Nodes.OfType<GraphNode.ExternalImage>().Select(image => Told(graph.ImpactOfImage(image.PullSpec))),
        ];
    }

    private static string Told(GraphCycle cycle) =>
        $"{cycle.Kind} {cycle.Path.Count} {cycle.FiringPath.Count} {cycle.IsShortest}: {Sorted(cycle.Members)}";

    private static IEnumerable<string> Told(TagGraph graph, GraphNode.Tag tag)
    {
        var made = graph.Dependencies(tag.Name);
        return [Told(graph.Impact(tag.Name)), $"{Sorted(made.Nodes)} by {Sorted(made.Edges)}"];
    }

    private static string Told(TagImpact impact) =>
        $"{Sorted(impact.Moved)} move {string.Join("; ", impact.Waves.Select(wave => Told(wave.Items)))}"
        + $" cut off {Told(impact.CutOffByPause)} manual {Told(impact.Manual)}";

    private static string Told(IEnumerable<ImpactItem> items) => Sorted(items.Select(item => $"{item.Node} {item.Reach} {item.IsInLoop}"));

    private static string Sorted(IEnumerable<object> things) =>
        string.Join(", ", things.Select(thing => $"{thing}").Order(StringComparer.Ordinal));
}
