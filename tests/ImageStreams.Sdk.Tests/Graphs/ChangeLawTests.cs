using FsCheck.Xunit;
using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>A changed graph equals a new graph of the same objects.</summary>
public class ChangeLawTests
{
    private const int Steps = 12;

    [Property(Replay = "2026,1201", MaxTest = 10)]
    public void With_AnyChanges_EqualsANewGraph(int seed)
    {
        var world = new RandomWorld(seed);
        var graph = TagGraph.Create(world.Objects);
        for (var step = 0; step < Steps; step++)
        {
            graph = Change(graph, world);
            Assert.Equal(GraphStory.Describe(TagGraph.Create(world.Objects)), GraphStory.Describe(graph));
        }
    }

    [Property(Replay = "2026,1203", MaxTest = 10)]
    public void With_AnyChanges_LeavesEarlierGraphsUnchanged(int seed)
    {
        var world = new RandomWorld(seed);
        var graph = TagGraph.Create(world.Objects);
        var former = new List<(TagGraph Graph, IReadOnlyList<string> Story)>();
        for (var step = 0; step < Steps; step++)
        {
            former.Add((graph, GraphStory.Describe(TagGraph.Create(world.Objects))));
            graph = Change(graph, world);
            former[step].Graph.WithStreams(AnImageStream("a").Tag("other").Follows("b:1").Build());
        }

        Assert.All(former, one => Assert.Equal(one.Story, GraphStory.Describe(one.Graph)));
    }

    [Property(Replay = "2026,1205", MaxTest = 10)]
    public void With_EverythingAddedToEmpty_EqualsANewGraph(int seed)
    {
        var objects = new RandomWorld(seed).Objects;
        var graph = TagGraph.Empty.With(objects);

        Assert.Equal(GraphStory.Describe(TagGraph.Create(objects)), GraphStory.Describe(graph));
        Assert.Equal(GraphStory.Describe(TagGraph.Empty), GraphStory.Describe(graph.Without(objects)));
    }

    [Fact]
    public void With_EnoughToRebuild_IsTheSameGraph()
    {
        var world = new RandomWorld(7);
        var streams = Enumerable.Range(0, 2000).Select(i => AnImageStream($"s{i}").Tag("a").Follows($"s{i / 2}:a").Build());
        var grown = TagGraph.Create(world.Objects).WithStreams([.. streams]);

        var shrunk = grown.Without(Objects([.. streams]));

        Assert.Equal(GraphStory.Describe(TagGraph.Create(world.Objects)), GraphStory.Describe(shrunk));
        Assert.Equal(2000, grown.NodeCount - shrunk.NodeCount);
    }

    private static TagGraph Change(TagGraph graph, RandomWorld world) =>
        world.Chance(3) ? graph.Without(world.Remove()) : graph.With(world.Change());
}
