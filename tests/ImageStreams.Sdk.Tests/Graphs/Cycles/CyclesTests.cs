using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

public class CyclesTests
{
    [Fact]
    public void Cycles_TagsInACycle_AreATagCycleThatNeverFires()
    {
        var cycle = Assert.Single(AGraph(AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Tag("c").Follows("a").Build()).Cycles);

        Assert.Equal("TagCycle: tag shop/ruby:a -> tag shop/ruby:b -> tag shop/ruby:a", cycle.ToString());
        Assert.Equal((false, true, 2), (cycle.IsSelfTriggering, cycle.IsShortest, cycle.Members.Count));
    }

    [Fact]
    public void Cycles_BuildThatReadsWhatItPushes_IsABuildLoop()
    {
        var cycle = Assert.Single(AGraph(ABuildConfig().BuiltFrom(ATag("web:1")).TriggeredBy(null).PushesTo("web:1").Build()).Cycles);

        Assert.Equal("BuildLoop: BuildConfig shop/site -> tag shop/web:1 -> BuildConfig shop/site", cycle.ToString());
        Assert.Equal(["BuildConfig shop/site spec.output.to", "BuildConfig shop/site spec.triggers[0].imageChange"], cycle.FiringPath.Select(edge => $"{edge.Field}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cycles_LoopWithAManualStep_DoesNotFire(bool isPaused)
    {
        var build = ABuildConfig().BuiltFrom(ATag("web:1")).PushesTo("web:1");
        var cycle = Assert.Single(AGraph((isPaused ? build.TriggeredBy(null, paused: true) : build).Build()).Cycles);

        Assert.Equal((GraphCycleKind.BuildLoop, false, 2), (cycle.Kind, cycle.IsSelfTriggering, cycle.Path.Count));
    }

    [Fact]
    public void Cycles_LoopWithAShorterTagCycleInIt_HasABuildInItsPath()
    {
        var cycle = Assert.Single(AGraph(
            AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build(),
            ABuildConfig().TriggeredBy(ATag("ruby:a")).PushesTo("ruby:b").Build()).Cycles);

        Assert.Equal("BuildLoop: BuildConfig shop/site -> tag shop/ruby:b -> tag shop/ruby:a -> BuildConfig shop/site", cycle.ToString());
    }

    [Fact]
    public void Cycles_ShorterPathWithAManualStep_HasALongerOneThatFires()
    {
        var cycle = Assert.Single(AGraph(
            AnImageStream("web").Tag("2").Follows("1").Build(),
            ABuildConfig().BuiltFrom(ATag("web:1")).TriggeredBy(ATag("web:2")).PushesTo("web:1").Build()).Cycles);

        Assert.Equal((2, 3, true), (cycle.Path.Count, cycle.FiringPath.Count, cycle.IsSelfTriggering));
    }

    [Fact]
    public void Cycles_ThroughAnExternalImage_IsABuildLoop()
    {
        var graph = AGraph(
            AnImageStream().Tag("a").FollowsImage("quay.io/x/y:1").Scheduled().Build(),
            ABuildConfig().TriggeredBy(ATag("ruby:a")).PushesTo(ObjectReference.DockerImage("quay.io/x/y:1")).Build());

        Assert.Equal(3, Assert.Single(graph.Cycles).FiringPath.Count);
    }

    [Fact]
    public void Cycles_NoCycle_AreEmpty() =>
        Assert.Empty(AGraph(AnImageStream().Tag("a").Follows("b").Tag("b").Follows("c:1").Build()).Cycles);
}
