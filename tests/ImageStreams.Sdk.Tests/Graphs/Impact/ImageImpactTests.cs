using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>The impact of an image costs what the image touches, and is what a search of all tags finds.</summary>
public class ImageImpactTests
{
    private const long MaxBytes = 64 * 1024;

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Field34_ImpactOfImage_CostsTheSameInAnyFleet(int tags)
    {
        var graph = TagGraph.FromStreams(Fleet(tags));
        _ = graph.ComputeImageImpact("quay.io/team5/app5:1");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var impact = graph.ComputeImageImpact("quay.io/team5/app5:1");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("tag shop/app5:1", $"{Assert.Single(impact.Moved)}");
        Assert.InRange(allocated, 1, MaxBytes);
    }

    [Fact]
    public void ImpactOfImage_AfterAChange_ReadsNoOtherTagAgain()
    {
        var streams = Fleet(100_000);
        var graph = TagGraph.FromStreams(streams);
        _ = graph.ComputeImageImpact("quay.io/team5/app5:1");
        var changed = graph.WithStreams(AnImageStream("app7").Tag("1").FollowsImage("quay.io/team5/app5:1").Build());

        var before = GC.GetAllocatedBytesForCurrentThread();
        var impact = changed.ComputeImageImpact("quay.io/team5/app5:1");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(["tag shop/app5:1", "tag shop/app7:1"], impact.Moved.Select(node => $"{node}").Order());
        Assert.Single(graph.ComputeImageImpact("quay.io/team5/app5:1").Moved);
        Assert.Empty(changed.ComputeImageImpact("quay.io/team7/app7:1").Moved);
        Assert.InRange(allocated, 1, MaxBytes);
    }

    [Theory]
    [InlineData("ruby", "docker.io/library/ruby:latest", "ruby:latest", "library/ruby", "docker.io/ruby")]
    [InlineData("quay.io/a/b", "quay.io/a/b:latest")]
    [InlineData("not a name")]
    public void ImpactOfImage_UnitesTheSpellingsOfAName(params string[] spellings)
    {
        var graph = TagGraph.FromStreams(
            [AnImageStream("all").Build(), .. spellings.Select((one, i) => AnImageStream($"s{i}").Tag("1").FollowsImage(one).Build())]);
        Assert.All(spellings, one => Assert.Equal(spellings.Length, graph.ComputeImageImpact(one).Moved.Count));
    }

    [Fact]
    public void ImpactOfImage_AnyWorld_IsWhatASearchOfAllTagsFinds()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var world = new RandomWorld(seed);
            var graph = TagGraph.Create(world.Objects);
            for (var step = 0; step < 5; step++)
            {
                AssertSameAsSearch(graph);
                graph = graph.With(world.Change());
            }
        }
    }

    [Fact]
    public void FirstBuildThatPushesOutside_LinksTheTagsThatImportTheImage()
    {
        var graph = TagGraph.FromStreams(Fleet(1_000)).With(Objects(
            ABuildConfig("a").TriggeredBy(ATag("app1:1")).PushesTo(ObjectReference.DockerImage("quay.io/team5/app5:1")).Build(),
            ABuildConfig("b").TriggeredBy(ATag("app2:1")).PushesTo(ObjectReference.DockerImage("quay.io/team6/app6:1")).Build()));

        Assert.Equal("tag shop/app5:1", $"{Assert.Single(graph.ComputeImpact(Named("app1:1")).Manual).Node}");
        Assert.Equal("tag shop/app6:1", $"{Assert.Single(graph.ComputeImpact(Named("app2:1")).Manual).Node}");
    }

    [Fact]
    public void OutcomesByKind_CostWhatTheyYield()
    {
        var outcomes = TagGraph.FromStreams([.. Fleet(100_000), AnImageStream("lost").Tag("1").Follows("gone:1").Build()]).ResolveAll();
        _ = outcomes.GetByKind(TagOutcomeKind.NotFound).Count();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = outcomes.GetByKind(TagOutcomeKind.NotFound).Select(outcome => $"{outcome.Tag}").ToList();

        Assert.Equal(["shop/gone:1", "shop/lost:1"], found.Order());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, MaxBytes);
    }

    /// <summary>Compares the impact of each image with the edges of imports in the slice of the whole graph.</summary>
    private static void AssertSameAsSearch(TagGraph graph)
    {
        var slice = graph.ToSlice();
        var importers = slice.Edges.Where(edge => edge.Kind == GraphEdgeKind.Imports).ToLookup(edge => edge.From, edge => edge.To);
        var pushed = graph.ToSlice().Edges.Where(edge => edge.Kind != GraphEdgeKind.Imports)
            .SelectMany(edge => new[] { edge.From, edge.To }).OfType<GraphNode.ExternalImage>().ToHashSet();
        Assert.All(slice.Nodes.OfType<GraphNode.ExternalImage>(), image => Assert.Equal(
            importers[image].Concat(pushed.Contains(image) ? [image] : []).Select(node => $"{node}").Distinct().Order(StringComparer.Ordinal),
            graph.ComputeImageImpact(image.PullSpec).Moved.Select(node => $"{node}").Order(StringComparer.Ordinal)));
    }

    private static List<ImageStream> Fleet(int tags) => [.. Enumerable.Range(0, tags / 10).Select(stream =>
        Enumerable.Range(1, 10).Aggregate(AnImageStream($"app{stream}"), (builder, tag) =>
            builder.Tag($"{tag}").FollowsImage($"quay.io/team{stream}/app{stream}:{tag}")).Build())];
}
