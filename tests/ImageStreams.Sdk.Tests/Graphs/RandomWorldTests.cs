using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>The random worlds have every kind of node, edge, cycle and outcome.</summary>
public class RandomWorldTests
{
    private static readonly List<TagGraph> Worlds =
        [.. Enumerable.Range(0, 150).Select(seed => TagGraph.Create(new RandomWorld(seed).Objects))];

    [Fact]
    public void Outcomes_AreOfEachKind() => Assert.All(Enum.GetValues<TagOutcomeKind>(), kind =>
        Assert.Contains(Worlds, graph => graph.ResolveAll().CountByKind(kind) > 0));

    [Fact]
    public void Edges_AreOfEachKindAndFiring()
    {
        var edges = Worlds.SelectMany(graph => graph.ToSlice().Edges).Select(edge => (edge.Kind, edge.Firing)).Distinct();
        Assert.Equal(14, edges.Count());
    }

    [Fact]
    public void Cycles_AreOfEachKindAndFiring()
    {
        var cycles = Worlds.SelectMany(graph => graph.Cycles).ToList();
        Assert.Contains(cycles, cycle => cycle is { Kind: GraphCycleKind.TagCycle, Members.Count: > 2 });
        Assert.Contains(cycles, cycle => cycle is { Kind: GraphCycleKind.BuildLoop, IsSelfTriggering: false });
        Assert.Contains(cycles, cycle => cycle is { IsSelfTriggering: true, FiringPath.Count: > 2 });
    }

    [Fact]
    public void Impacts_AreOfEachReach()
    {
        var impacts = Worlds.SelectMany(graph =>
            graph.ToSlice().Nodes.OfType<GraphNode.Tag>().Select(tag => graph.ComputeImpact(tag.Name))).ToList();
        Assert.Contains(impacts, impact => impact.Waves.Count > 3);
        Assert.Contains(impacts, impact => impact is { CutOffByPause.Count: > 2, Manual.Count: > 2 });
    }
}
