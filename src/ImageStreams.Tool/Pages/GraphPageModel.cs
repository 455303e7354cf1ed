using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The content of the page: nodes, edges, cycles, and the nodes that are moved first.</summary>
/// <remarks>The page computes waves itself, for any node that a person selects.</remarks>
internal sealed record GraphPageModel
{
    /// <summary>The title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The nodes, in the order of the slice.</summary>
    public required ValueList<GraphPageNode> Nodes { get; init; }

    /// <summary>The edges, in the order of the slice.</summary>
    public required ValueList<GraphPageEdge> Edges { get; init; }

    /// <summary>The cycles whose edges are all on the page.</summary>
    public ValueList<GraphPageCycle> Cycles { get; init; }

    /// <summary>The positions of the nodes that are moved first; the page opens with their impact.</summary>
    public ValueList<int> Moved { get; init; }

    /// <summary>Creates the content from a part of the graph.</summary>
    /// <param name="title">The title.</param>
    /// <param name="slice">The nodes and edges.</param>
    /// <param name="impact">The impact to open with, or null for none.</param>
    /// <param name="cycles">The cycles of the graph; those outside the slice are left out.</param>
    /// <param name="findPlace">Finds the place of a field, or null when it is from no file.</param>
    public static GraphPageModel Create(
        string title,
        GraphSlice slice,
        TagImpact? impact = null,
        IEnumerable<GraphCycle>? cycles = null,
        Func<GraphField, TextPlace?>? findPlace = null)
    {
        var nodes = slice.Nodes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var edges = slice.Edges.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return new GraphPageModel
        {
            Title = title,
            Nodes = slice.Nodes.Select(CreateNode).ToValueList(),
            Edges = slice.Edges.Select(edge => CreateEdge(edge, nodes, findPlace)).ToValueList(),
            Cycles = (cycles ?? []).Where(cycle => cycle.Path.All(edges.ContainsKey))
                .Select(cycle => CreateCycle(cycle, edges)).ToValueList(),
            Moved = (impact?.Moved ?? []).Where(nodes.ContainsKey).Select(node => nodes[node]).ToValueList(),
        };
    }

    private static GraphPageNode CreateNode(GraphNode node)
    {
        var (kind, ns, name) = GraphJsonExtensions.Describe(node);
        return new GraphPageNode
        {
            Shape = GetShape(node),
            Kind = kind,
            Namespace = ns,
            Stream = FindStream(node),
            Name = name,
        };
    }

    private static string GetShape(GraphNode node) => node switch
    {
        GraphNode.Tag => "tag",
        GraphNode.StreamImage => "image",
        GraphNode.Build => "build",
        GraphNode.Workload => "workload",
        _ => "external",
    };

    private static string? FindStream(GraphNode node) => node switch
    {
        GraphNode.Tag tag => tag.Name.Stream,
        GraphNode.StreamImage image => image.Name.Stream,
        _ => null,
    };

    private static GraphPageEdge CreateEdge(
        GraphEdge edge, Dictionary<GraphNode, int> nodes, Func<GraphField, TextPlace?>? findPlace) => new()
    {
        From = nodes[edge.From],
        To = nodes[edge.To],
        Kind = edge.Kind.ToString(),
        Firing = edge.Firing.ToString(),
        Field = edge.Field.ToString(),
        Place = findPlace?.Invoke(edge.Field) is { } place ? $"{place.File}:{place.Line}" : null,
    };

    private static GraphPageCycle CreateCycle(GraphCycle cycle, Dictionary<GraphEdge, int> edges) => new()
    {
        Kind = cycle.Kind.ToString(),
        IsEndless = cycle.IsSelfTriggering,
        Edges = cycle.Path.Select(edge => edges[edge]).ToValueList(),
    };
}
