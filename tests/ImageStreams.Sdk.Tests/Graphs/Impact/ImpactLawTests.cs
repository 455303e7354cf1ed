using FsCheck.Xunit;
using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>The impact of a change, and its order, is what a naive search finds.</summary>
[Properties(MaxTest = 60)]
public class ImpactLawTests
{
    [Property(Replay = "2026,1401")]
    public void ComputeImpact_AnyTag_AgreesWithANaiveSearch(int seed) => ForEachTag(seed, (graph, tag) =>
    {
        var impact = graph.ComputeImpact(tag.Name);
        var (automatic, paused, all) = (Reach(graph, tag, 0), Reach(graph, tag, EdgeFiring.Paused), Reach(graph, tag, EdgeFiring.Manual));
        AssertSame(automatic, impact.Waves.SelectMany(wave => wave.Items));
        AssertSame(paused.Except(automatic), impact.CutOffByPause);
        AssertSame(all.Except(paused), impact.Manual);
        Assert.Equal(all.Count, impact.Count);
        Assert.Equal(automatic.Count, impact.Builds + impact.Rollouts + impact.Tags);
    });

    [Property(Replay = "2026,1403")]
    public void ComputeImpact_AnyTag_OrdersWavesByCause(int seed) => ForEachTag(seed, (graph, tag) =>
    {
        var waves = GetWaves(graph.ComputeImpact(tag.Name));
        var edges = graph.ToSlice().Edges.Where(edge => edge.Firing == EdgeFiring.Automatic && edge.To != tag).ToList();
        var loops = new NaiveGraph(edges).Loops();
        Assert.All(waves.Keys, node => Assert.Equal(Expected(node), waves[node]));

        int Expected(GraphNode node)
        {
            var loop = loops.Find(loop => loop.Exists(one => one.Node == node))?.ConvertAll(one => one.Node) ?? [node];
            return loop.Max(Cost) + edges.Where(edge => loop.Contains(edge.To) && !loop.Contains(edge.From))
                .Select(edge => edge.From == tag ? 0 : waves.GetValueOrDefault(edge.From, -1))
                .Max();
        }
    });

    [Property(Replay = "2026,1405")]
    public void ComputeImpact_AnyTag_CausesLeadBackToTheMovedTag(int seed) => ForEachTag(seed, (graph, tag) =>
    {
        var impact = graph.ComputeImpact(tag.Name);
        var items = impact.Waves.SelectMany(wave => wave.Items).Concat(impact.CutOffByPause).Concat(impact.Manual)
            .ToDictionary(item => item.Node);
        foreach (var item in items.Values)
        {
            Assert.Equal(item.Node, item.Cause.To);
            Assert.True((int)item.Cause.Firing <= (int)item.Reach);
            Assert.True(item.Cause.From == tag || items[item.Cause.From].Reach <= item.Reach);
            Assert.Equal(tag, Trace(items, item, items.Count));
        }
    });

    [Property(Replay = "2026,1407")]
    public void ComputeImpact_AnyTag_IsInLoopWhenItCausesItselfThroughABuild(int seed) => ForEachTag(seed, (graph, tag) =>
    {
        var loops = NaiveGraph.Create(graph, edge => edge.Firing == EdgeFiring.Automatic).Loops()
            .Where(loop => loop.Exists(one => one.Node is GraphNode.Build))
            .SelectMany(loop => loop.Select(one => one.Node))
            .ToHashSet();
        Assert.All(graph.ComputeImpact(tag.Name).Waves.SelectMany(wave => wave.Items), item =>
            Assert.Equal(loops.Contains(item.Node), item.IsInLoop));
    });

    [Property(Replay = "2026,1409")]
    public void ComputeImpact_SeveralTags_IsTheUnionOfTheirImpacts(int seed)
    {
        var graph = TagGraph.Create(new RandomWorld(seed).Objects);
        var tags = graph.ToSlice().Nodes.OfType<GraphNode.Tag>().Where((_, i) => i % 5 == 0).ToList();
        var impact = graph.ComputeImpact([.. tags.Select(tag => tag.Name)]);
        AssertSame(
            tags.SelectMany(tag => Reach(graph, tag, EdgeFiring.Automatic)).Except(tags).Distinct(),
            impact.Waves.SelectMany(wave => wave.Items));
        Assert.Equal(tags, impact.Moved);
    }

    [Property(Replay = "2026,1411")]
    public void GetDependencies_AnyTag_AgreeWithANaiveSearch(int seed) => ForEachTag(seed, (graph, tag) =>
    {
        var all = graph.ToSlice().Edges;
        var nodes = NaiveGraph.Create(graph, _ => true).Reverse().Distances(tag).Keys.Append(tag).ToHashSet();
        var slice = graph.GetDependencies(tag.Name);
        Assert.Equal(nodes.Select(node => $"{node}").Order(StringComparer.Ordinal), slice.Nodes.Select(node => $"{node}"));
        Assert.Equal(all.Where(edge => nodes.Contains(edge.From) && nodes.Contains(edge.To)), slice.Edges);
    });

    private static void ForEachTag(int seed, Action<TagGraph, GraphNode.Tag> check)
    {
        var graph = TagGraph.Create(new RandomWorld(seed).Objects);
        foreach (var tag in graph.ToSlice().Nodes.OfType<GraphNode.Tag>().Where((_, i) => i % 3 == (seed & 1)))
        {
            check(graph, tag);
        }
    }

    private static HashSet<GraphNode> Reach(TagGraph graph, GraphNode tag, EdgeFiring worst) =>
        [.. NaiveGraph.Create(graph, edge => edge.Firing <= worst).Distances(tag).Keys.Where(node => node != tag)];

    private static Dictionary<GraphNode, int> GetWaves(TagImpact impact) => impact.Waves
        .SelectMany(wave => wave.Items.Select(item => (item.Node, wave.Number)))
        .ToDictionary(pair => pair.Node, pair => pair.Number);

    private static GraphNode Trace(Dictionary<GraphNode, ImpactItem> items, ImpactItem item, int most)
    {
        for (var left = most; items.TryGetValue(item.Cause.From, out var next); left--)
        {
            Assert.True(left > 0, "the causes go round");
            item = next;
        }

        return item.Cause.From;
    }

    private static void AssertSame(IEnumerable<GraphNode> nodes, IEnumerable<ImpactItem> items) => Assert.Equal(
        nodes.Select(node => $"{node}").Order(StringComparer.Ordinal),
        items.Select(item => $"{item.Node}").Order(StringComparer.Ordinal));

    private static int Cost(GraphNode node) => node is GraphNode.Build or GraphNode.Workload ? 1 : 0;
}
