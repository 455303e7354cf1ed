using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

public class ImpactTests
{
    [Fact]
    public void ComputeImpact_BuildThatWaitsForTwo_FollowsTheLater()
    {
        var impact = AGraph(
            ABuildConfig("first").TriggeredBy(ATag("base:1")).PushesTo("lib:1").Build(),
            ABuildConfig("second").TriggeredBy(ATag("base:1")).TriggeredBy(ATag("lib:1")).PushesTo("web:1").Build(),
            AWorkload().Runs("old").TriggeredBy("web:1").Build()).ComputeImpact(Named("base:1"));

        AssertWaves(
            impact,
            "",
            "BuildConfig shop/first because of tag shop/base:1, tag shop/lib:1 because of BuildConfig shop/first",
            "BuildConfig shop/second because of tag shop/lib:1, tag shop/web:1 because of BuildConfig shop/second",
            "Deployment shop/web because of tag shop/web:1");
        Assert.Equal((2, 1, 2, 5), (impact.Builds, impact.Rollouts, impact.Tags, impact.Count));
    }

    [Fact]
    public void ComputeImpact_TagsThatFollow_MoveAtOnce()
    {
        var impact = AGraph(AnImageStream().Tag("a").Tag("b").Follows("a").Tag("c").Follows("b").Build()).ComputeImpact(Named("ruby:a"));

        AssertWaves(impact, "tag shop/ruby:b because of tag shop/ruby:a, tag shop/ruby:c because of tag shop/ruby:b");
        Assert.Equal((2, 2), (impact.Waves[0].Tags, impact.Waves[0].Count));
    }

    [Fact]
    public void ComputeImpact_PausedEdge_CutsOffItsTargets()
    {
        var impact = AGraph(
            ABuildConfig().TriggeredBy(ATag("base:1"), paused: true).PushesTo("web:1").Build(),
            AWorkload().Runs("old").TriggeredBy("web:1").Build(),
            AWorkload("Job").Runs("old").TriggeredBy("web:1").Build()).ComputeImpact(Named("base:1"));

        Assert.Empty(impact.Waves);
        Assert.Equal(["BuildConfig shop/site", "Deployment shop/web", "tag shop/web:1"], impact.CutOffByPause.Select(item => $"{item.Node}"));
        Assert.Equal("Job shop/web", Assert.Single(impact.Manual).Node.ToString());
    }

    [Fact]
    public void ComputeImpact_SeveralPaths_TheBestCounts()
    {
        var impact = AGraph(
            ABuildConfig().BuiltFrom(ATag("base:1")).TriggeredBy(null, paused: true).TriggeredBy(ATag("lib:1")).Build(),
            AnImageStream("lib").Tag("1").Follows("base:1").Build()).ComputeImpact(Named("base:1"), Named("lib:1"));

        Assert.Equal("tag shop/lib:1", Assert.Single(impact.Waves[1].Items).Cause.From.ToString());
        Assert.Equal((1, 2), (impact.Count, impact.Moved.Count));
    }

    [Fact]
    public void ComputeImpact_TagOfALoop_IsInLoop()
    {
        var impact = AGraph(ABuildConfig().TriggeredBy(ATag("web:1")).PushesTo("web:1").Build()).ComputeImpact(Named("web:1"));

        var item = Assert.Single(impact.Waves[1].Items);
        Assert.Equal(("BuildConfig shop/site", true), (item.Node.ToString(), item.IsInLoop));
    }

    [Fact]
    public void ComputeImpact_LoopBehindATag_IsOneWaveWithItsBuilds()
    {
        var impact = AGraph(
            AnImageStream("web").Tag("1").Follows("0").Build(),
            ABuildConfig().TriggeredBy(ATag("web:1")).PushesTo("web:1").Build()).ComputeImpact(Named("web:0"));

        AssertWaves(impact, "", "BuildConfig shop/site because of tag shop/web:1, tag shop/web:1 because of tag shop/web:0");
        Assert.All(impact.Waves[1].Items, item => Assert.True(item.IsInLoop));
    }

    [Fact]
    public void ComputeImpact_CycleOfTags_MovesEachOnce()
    {
        var impact = AGraph(AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build()).ComputeImpact(Named("ruby:a"));
        Assert.False(Assert.Single(impact.Waves[0].Items).IsInLoop);
    }

    [Fact]
    public void ComputeImpact_UnknownTag_MovesNothing()
    {
        var graph = AGraph(AnImageStream().Tag("a").Follows("b").Build());
        var gone = graph.Without(Objects(AnImageStream().Build()));

        Assert.All([graph.ComputeImpact(Named("ruby:x")), gone.ComputeImpact(Named("ruby:a"))], impact => Assert.Equal((0, 0), (impact.Moved.Count, impact.Count)));
        Assert.Empty(gone.GetDependencies(Named("ruby:a")).Nodes);
        Assert.Null(gone.ResolveAll().Find(Named("ruby:a")));
    }

    [Fact]
    public void ToString_Impact_ReportsTheWavesAndTheRest()
    {
        var impact = AGraph(
            AnImageStream("web").Tag("2").Follows("base:1").Build(),
            ABuildConfig().TriggeredBy(ATag("base:1")).PushesTo("base:1").Build(),
            AWorkload().Runs("old").TriggeredBy("base:1", paused: true).Build()).ComputeImpact(Named("base:1"));

        Assert.Equal(
            """
            tag shop/base:1 moved: 1 build, 0 rollouts, 0 tags
            wave 1:
              BuildConfig shop/site because of tag shop/base:1 (BuildConfig shop/site spec.triggers[0].imageChange), repeatedly
            cut off by a pause:
              Deployment shop/web because of tag shop/base:1 (Deployment shop/web metadata.annotations['image.openshift.io/triggers'][0].from)
            only by hand:
              tag shop/web:2 because of tag shop/base:1 (ImageStream shop/web spec.tags[0].from)
            """,
            impact.ToString());
    }

    [Fact]
    public void GetDependencies_Tag_AreAllItsInputs()
    {
        var graph = AGraph(
            AnImageStream("base").Tag("1").FollowsImage("ruby:3").Tag("2").Build(),
            ABuildConfig().BuiltFrom(ATag("base:1")).PushesTo("web:1").Build(),
            AWorkload().Runs("old").TriggeredBy("web:1").Build());

        Assert.Equal(
            ["BuildConfig shop/site", "image docker.io/library/ruby:3", "tag shop/base:1", "tag shop/web:1"],
            graph.GetDependencies(Named("web:1")).Nodes.Select(node => $"{node}"));
        Assert.Equal(3, graph.GetDependencies(Named("web:1")).Edges.Count);
    }

    /// <summary>Asserts the waves, each as its items and their causes.</summary>
    private static void AssertWaves(TagImpact impact, params string[] waves) => Assert.Equal(
        waves,
        impact.Waves.Select(wave => string.Join(", ", wave.Items.Select(item => $"{item.Node} because of {item.Cause.From}"))));
}
