using ImageStreams.Builds;
using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>The edges of builds.</summary>
public class BuildEdgesTests
{
    private const string Pushed = "quay.io/shop/web:1";

    [Fact]
    public void Create_Build_HasAnEdgeForEachField() => AssertEdges(
        AGraph(ABuildConfig().BuiltFrom(ATag("ruby:a")).CopiesFrom(ATag("x:1")).CopiesFrom(ATag("files:1", "infra"))
            .TriggeredByPush().TriggeredBy(ATag("ruby:b")).PushesTo("web:1").Build()),
        "BuildConfig shop/site --BuildOutput, Automatic--> tag shop/web:1 (BuildConfig shop/site spec.output.to)",
        "tag infra/files:1 --BuildSource, Manual--> BuildConfig shop/site (BuildConfig shop/site spec.source.images[1].from)",
        "tag shop/ruby:a --BuildBase, Manual--> BuildConfig shop/site (BuildConfig shop/site spec.strategy.sourceStrategy.from)",
        "tag shop/ruby:b --BuildTrigger, Automatic--> BuildConfig shop/site (BuildConfig shop/site spec.triggers[1].imageChange)",
        "tag shop/x:1 --BuildSource, Manual--> BuildConfig shop/site (BuildConfig shop/site spec.source.images[0].from)");

    public static TheoryData<BuildStrategy, string> Strategies => new()
    {
        { new BuildStrategy { SourceStrategy = new SourceBuildStrategy { From = ATag("ruby:a") } }, "sourceStrategy" },
        { new BuildStrategy { DockerStrategy = new DockerBuildStrategy { From = ATag("ruby:a") } }, "dockerStrategy" },
        { new BuildStrategy { CustomStrategy = new CustomBuildStrategy { From = ATag("ruby:a") } }, "customStrategy" },
    };

    [Theory]
    [MemberData(nameof(Strategies), DisableDiscoveryEnumeration = true)]
    public void Create_Strategy_IsNamedInTheField(BuildStrategy strategy, string field)
    {
        var edge = Assert.Single(AGraph(ABuildConfig().WithStrategy(strategy).Build()).ToSlice().Edges);
        Assert.Equal($"BuildConfig shop/site spec.strategy.{field}.from", edge.Field.ToString());
    }

    public static TheoryData<string, ObjectReference, bool, EdgeFiring> Triggers => new()
    {
        { "a tag", ATag("ruby:a"), false, EdgeFiring.Automatic },
        { "paused", ATag("ruby:a"), true, EdgeFiring.Paused },
        { "with an API version", ATag("ruby:a") with { ApiVersion = "image.openshift.io/v1" }, false, EdgeFiring.Manual },
        { "without a colon", ATag("ruby"), false, EdgeFiring.Manual },
        { "an image of a stream", ObjectReference.ImageStreamImage("ruby@1"), false, EdgeFiring.Manual },
        { "an image elsewhere", ObjectReference.DockerImage("ruby"), true, EdgeFiring.Manual },
    };

    [Theory]
    [MemberData(nameof(Triggers), DisableDiscoveryEnumeration = true)]
    public void Create_Trigger_FiresForTagsWithAColon(string what, ObjectReference from, bool paused, EdgeFiring firing)
    {
        var edge = Assert.Single(AGraph(ABuildConfig().TriggeredBy(from, paused: paused).Build()).ToSlice().Edges);
        Assert.Equal((what, GraphEdgeKind.BuildTrigger, firing), (what, edge.Kind, edge.Firing));
    }

    [Fact]
    public void Create_TriggerWithoutFrom_WatchesTheBaseImage()
    {
        var edges = AGraph(ABuildConfig().BuiltFrom(ATag("ruby:a", "infra")).TriggeredBy(null).Build()).ToSlice().Edges;

        Assert.Equal([GraphEdgeKind.BuildBase, GraphEdgeKind.BuildTrigger], edges.Select(edge => edge.Kind));
        Assert.All(edges, edge => Assert.Equal("tag infra/ruby:a", edge.From.ToString()));
    }

    [Fact]
    public void Create_EmptyReference_HasNoEdge()
    {
        var odd = new ObjectReference { Kind = "Pod", Name = "a" };
        var builds = AGraph(
            ABuildConfig("a").TriggeredBy(null).Build(),
            ABuildConfig("b").BuiltFrom(odd).TriggeredBy(odd).CopiesFrom(ATag("")).PushesTo(odd).Build(),
            ABuildConfig("c").PushesTo(ObjectReference.ImageStreamImage("ruby@1")).Build());

        AssertEdges(builds);
        Assert.Equal(3, builds.NodeCount);
    }

    [Fact]
    public void Create_TwoBuildsOfAName_TheFirstCounts() => AssertEdges(
        AGraph(ABuildConfig().PushesTo("web:1").Build(), ABuildConfig().PushesTo("web:2").Build()),
        "BuildConfig shop/site --BuildOutput, Automatic--> tag shop/web:1 (BuildConfig shop/site spec.output.to)");

    [Theory]
    [InlineData(false, EdgeFiring.Manual)]
    [InlineData(true, EdgeFiring.Automatic)]
    public void Create_TagImportsAPushedImage_IsLinkedToIt(bool isScheduled, EdgeFiring firing)
    {
        var edges = PushedAndImported(isScheduled).ToSlice().Edges;

        Assert.Equal([GraphEdgeKind.BuildOutput, GraphEdgeKind.Imports, GraphEdgeKind.BuildTrigger], edges.Select(edge => edge.Kind));
        Assert.Equal(firing, edges[1].Firing);
    }

    [Fact]
    public void ComputeImpact_TagImportsAPushedImage_IsAutomaticWhenScheduled()
    {
        var (scheduled, byHand) = (PushedAndImported(true).ComputeImpact(Named("base:1")), PushedAndImported(false).ComputeImpact(Named("base:1")));

        Assert.Equal((1, 2, 0), (scheduled.Builds, scheduled.Tags, scheduled.Manual.Count));
        Assert.Equal((1, 1, "tag shop/ruby:a"), (byHand.Builds, byHand.Tags, Assert.Single(byHand.Manual).Node.ToString()));
    }

    [Fact]
    public void ComputeImageImpact_ImportedImage_MovesTheTags()
    {
        var impact = AGraph(
            AnImageStream().Tag("a").FollowsImage("ruby").Tag("b").FollowsImage("docker.io/library/ruby:latest").Build(),
            AnImageStream("web").Tag("1").Follows("ruby:b").Build(),
            ABuildConfig().BuiltFrom(ObjectReference.DockerImage("ruby:latest")).TriggeredBy(ATag("ruby:a")).Build())
            .ComputeImageImpact("library/ruby");

        Assert.Equal(["tag shop/ruby:a", "tag shop/ruby:b", "image docker.io/library/ruby:latest"], impact.Moved.Select(node => $"{node}"));
        Assert.Equal((1, "tag shop/web:1"), (impact.Builds, Assert.Single(impact.Manual).Node.ToString()));
    }

    [Fact]
    public void ComputeImageImpact_UnknownImage_MovesNothing() =>
        Assert.Equal((0, 0), Counts(AGraph(AnImageStream().Tag("a").Build()).ComputeImageImpact("ruby")));

    [Fact]
    public void Without_BuildThatPushed_ImageIsExternal()
    {
        var build = ABuildConfig().TriggeredBy(ATag("base:1")).PushesTo(ObjectReference.DockerImage(Pushed)).Build();
        var graph = PushedAndImported(true).Without(Objects(build));

        Assert.Equal((1, 0, "Imports"), (graph.NodeCount, graph.EdgeCount, Assert.Single(graph.ToSlice().Edges).Kind.ToString()));
        Assert.Equal("tag shop/ruby:a", Assert.Single(graph.ComputeImageImpact(Pushed).Moved).ToString());
        Assert.Equal(2, graph.With(Objects(build)).ComputeImpact(Named("base:1")).Tags);
    }

    private static TagGraph PushedAndImported(bool isScheduled)
    {
        var stream = AnImageStream().Tag("a").FollowsImage(Pushed);
        return AGraph(
            (isScheduled ? stream.Scheduled() : stream).Build(),
            ABuildConfig().TriggeredBy(ATag("base:1")).PushesTo(ObjectReference.DockerImage(Pushed)).Build());
    }

    private static (int Moved, int Reached) Counts(TagImpact impact) => (impact.Moved.Count, impact.Count);
}
