using FsCheck.Xunit;
using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>Cycles are those that a naive search finds.</summary>
[Properties(MaxTest = 100)]
public class CycleLawTests
{
    [Property(Replay = "2026,1301")]
    public void Cycles_AnyWorld_AreTheStronglyConnectedSets(int seed)
    {
        var graph = TagGraph.Create(new RandomWorld(seed).Objects);
        var loops = NaiveGraph.Create(graph, _ => true).Loops();
        Assert.Equal(
            loops.Select(loop => Describe(loop.Select(one => one.Node))).Order(StringComparer.Ordinal),
            graph.Cycles.Select(cycle => Describe(cycle.Members)).Order(StringComparer.Ordinal));
    }

    [Property(Replay = "2026,1303")]
    public void Cycles_AnyWorld_HaveAShortestPath(int seed)
    {
        var graph = TagGraph.Create(new RandomWorld(seed).Objects);
        var loops = NaiveGraph.Create(graph, _ => true).Loops();
        Assert.All(graph.Cycles, cycle =>
        {
            AssertCycle(cycle, cycle.Path);
            Assert.Equal(Shortest(loops.Single(loop => loop.Exists(one => one.Node == cycle.Members[0]))), cycle.Path.Count);
            Assert.True(cycle.IsShortest);
        });
    }

    [Property(Replay = "2026,1305")]
    public void Cycles_AnyWorld_FireWhenAPathIsAutomatic(int seed)
    {
        var graph = TagGraph.Create(new RandomWorld(seed).Objects);
        var loops = NaiveGraph.Create(graph, edge => edge.Firing == EdgeFiring.Automatic).Loops();
        Assert.All(graph.Cycles, cycle =>
        {
            var firing = loops.Where(loop => loop.Exists(IsBuild) && cycle.Members.Contains(loop[0].Node)).ToList();
            Assert.Equal(firing.Count == 0 ? 0 : firing.Min(Shortest), cycle.FiringPath.Count);
            Assert.All(cycle.FiringPath, edge => Assert.Equal(EdgeFiring.Automatic, edge.Firing));
            AssertCycle(cycle, cycle.FiringPath);
        });
    }

    private static void AssertCycle(GraphCycle cycle, IReadOnlyList<GraphEdge> path)
    {
        Assert.Equal(path.Select(edge => edge.To), path.Skip(1).Concat(path.Take(1)).Select(edge => edge.From));
        Assert.All(path, edge => Assert.Contains(edge.From, cycle.Members));
        var names = path.Select(edge => $"{edge.From}").ToList();
        Assert.Equal(names.Min(StringComparer.Ordinal), names.FirstOrDefault());
    }

    /// <summary>The length of the shortest cycle, through a build when there is one.</summary>
    private static int Shortest(List<(GraphNode Node, int Round)> loop) =>
        (loop.Exists(IsBuild) ? loop.FindAll(IsBuild) : loop).Min(one => one.Round);

    private static bool IsBuild((GraphNode Node, int Round) one) => one.Node is GraphNode.Build;

    private static string Describe(IEnumerable<GraphNode> nodes) =>
        string.Join(' ', nodes.Select(node => $"{node}").Order(StringComparer.Ordinal));
}
