using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>The edges of tags.</summary>
public class TagEdgesTests
{
    [Theory]
    [InlineData("b", null, "tag shop/ruby:b --Follows, Automatic-->")]
    [InlineData("ruby:b", null, "tag shop/ruby:b --Follows, Automatic-->")]
    [InlineData("ruby:b", "shop", "tag shop/ruby:b --Follows, Automatic-->")]
    [InlineData("ruby:", null, "tag shop/ruby:latest --Follows, Automatic-->")]
    [InlineData("base:b", null, "tag shop/base:b --Follows, Manual-->")]
    [InlineData("base:", "infra", "tag infra/base:latest --Follows, Manual-->")]
    [InlineData("ruby:b", "infra", "tag infra/ruby:b --Follows, Manual-->")]
    [InlineData("b", "infra", "tag infra/ruby:b --Follows, Manual-->")]
    [InlineData("base:b:c", null, "tag shop/base:b:c --Follows, Manual-->")]
    [InlineData(":b", null, "tag shop/:b --Follows, Manual-->")]
    [InlineData("", null, "tag shop/ruby: --Follows, Automatic-->")]
    public void Create_Follow_ReadsTheReferenceAsTheResolver(string from, string? ns, string edge) => AssertEdges(
        AGraph(AnImageStream().Tag("a").Follows(from, ns).Build()),
        $"{edge} tag shop/ruby:a (ImageStream shop/ruby spec.tags[0].from)");

    [Fact]
    public void Create_ExternalImage_IsManualUnlessScheduled() => AssertEdges(
        AGraph(AnImageStream().Tag("a").FollowsImage("ruby").Tag("b").FollowsImage("quay.io/x/y:1").Scheduled().Build()),
        "image docker.io/library/ruby:latest --Imports, Manual--> tag shop/ruby:a (ImageStream shop/ruby spec.tags[0].from)",
        "image quay.io/x/y:1 --Imports, Automatic--> tag shop/ruby:b (ImageStream shop/ruby spec.tags[1].from)");

    [Fact]
    public void Create_ImageOfAStream_NeverFires() => AssertEdges(
        AGraph(AnImageStream().Tag("a").Pins("base@12", "infra").Build()),
        "image infra/base@12 --Pins, Manual--> tag shop/ruby:a (ImageStream shop/ruby spec.tags[0].from)");

    [Theory]
    [InlineData("ImageStreamImage", "12")]
    [InlineData("ImageStreamImage", "a@b@c")]
    [InlineData("ImageStreamImage", "")]
    [InlineData("DockerImage", "")]
    [InlineData("Pod", "a")]
    public void Create_EmptyReference_HasNoEdge(string kind, string name)
    {
        var graph = AGraph(AnImageStream().Tag("a").From(new ObjectReference { Kind = kind, Name = name }).Build());

        AssertEdges(graph);
        Assert.Equal((1, TagOutcomeKind.Invalid), (graph.NodeCount, Outcome(graph, "ruby:a").Kind));
    }

    [Fact]
    public void Create_TwoTagsOfAName_TheFirstCounts() => AssertEdges(
        AGraph(AnImageStream().Tag("z").Follows("b").Tag("z").Follows("c").Build()),
        "tag shop/ruby:b --Follows, Automatic--> tag shop/ruby:z (ImageStream shop/ruby spec.tags[0].from)");

    [Fact]
    public void Create_TagsOutOfOrder_NamesTheirPositions() => AssertEdges(
        AGraph(AnImageStream().Tag("b").Follows("a").Tag("a").Follows("c").PointsTo('1').PushedTag("c").PointsTo('2').Build()),
        "tag shop/ruby:a --Follows, Automatic--> tag shop/ruby:b (ImageStream shop/ruby spec.tags[0].from)",
        "tag shop/ruby:c --Follows, Automatic--> tag shop/ruby:a (ImageStream shop/ruby spec.tags[1].from)");

    [Fact]
    public void Create_TwoStreamsOfAName_TheFirstCounts()
    {
        var graph = AGraph(AnImageStream().Tag("a").Follows("b").Build(), AnImageStream().Tag("c").Follows("d").Build());

        AssertEdges(graph, "tag shop/ruby:b --Follows, Automatic--> tag shop/ruby:a (ImageStream shop/ruby spec.tags[0].from)");
        Assert.Null(graph.ResolveAll().Find(Named("ruby:c")));
    }

    [Fact]
    public void With_TwoStreamsOfAName_TheLastCounts()
    {
        var graph = TagGraph.Empty.WithStreams(AnImageStream().Tag("a").Build(), AnImageStream().Tag("c").Build());

        Assert.Equal("tag shop/ruby:c", Assert.Single(graph.ToSlice().Nodes).ToString());
    }

    [Fact]
    public void Create_TagInTheStatusOnly_IsATag()
    {
        var outcomes = AGraph(AnImageStream().PushedTag("a").PointsTo('1').PushedTag("b").HasFailed("Gone").Build()).ResolveAll();

        Assert.Equal(TagOutcomeKind.Resolved, outcomes.Find(Named("ruby:a"))!.Kind);
        Assert.Equal((TagOutcomeKind.NotFound, 2), (outcomes.Find(Named("ruby:b"))!.Kind, outcomes.Count));
    }

    [Fact]
    public void Create_StreamWithoutTags_HasNoNode() =>
        Assert.Equal((0, 0), (AGraph(AnImageStream().Build()).NodeCount, AGraph(AnImageStream().Build()).EdgeCount));

    [Fact]
    public void Create_ObjectsWithoutNamespace_AreInTheEmptyNamespace() => AssertEdges(
        AGraph(
            AnImageStream().Tag("a").Follows("base:b").Build() with { Metadata = new ObjectMeta { Name = "ruby" } },
            ABuildConfig().PushesTo("ruby:a").Build() with { Metadata = new ObjectMeta { Name = "site" } }),
        "BuildConfig /site --BuildOutput, Automatic--> tag ruby:a (BuildConfig /site spec.output.to)",
        "tag base:b --Follows, Manual--> tag ruby:a (ImageStream /ruby spec.tags[0].from)");

    [Theory]
    [InlineData(null, TagOutcomeKind.PendingImport)]
    [InlineData("DockerImage quay.io/a/b", TagOutcomeKind.FailedImport)]
    [InlineData("DockerImage not a name", TagOutcomeKind.Invalid)]
    [InlineData("Pod a", TagOutcomeKind.Invalid)]
    [InlineData("ImageStreamImage 12", TagOutcomeKind.Invalid)]
    [InlineData("ImageStreamImage ruby@sha256:1@2", TagOutcomeKind.Invalid)]
    [InlineData("ImageStreamImage ruby@3", TagOutcomeKind.NotFound)]
    [InlineData("ImageStreamImage gone@1", TagOutcomeKind.NotFound)]
    [InlineData("ImageStreamImage ruby@1", TagOutcomeKind.Resolved)]
    [InlineData("ImageStreamImage ruby@sha256:", TagOutcomeKind.Invalid)]
    [InlineData("ImageStreamTag gone:1", TagOutcomeKind.NotFound)]
    [InlineData("ImageStreamTag a", TagOutcomeKind.Circular)]
    public void ResolveAll_FailedTag_ReportsItsSpecTag(string? from, TagOutcomeKind kind)
    {
        var stream = AnImageStream().Tag("a").HasFailed("Gone").PushedTag("x").PointsTo('1').PushedTag("y").PointsTo('2');
        var parts = from?.Split(' ', 2);
        stream = parts is null ? stream : stream.From(new ObjectReference { Kind = parts[0], Name = parts[1] });

        Assert.Equal(kind, Outcome(AGraph(stream.Build()), "ruby:a").Kind);
    }

    [Fact]
    public void ResolveAll_Cycle_EndsAtTheFirstRepeatedTag()
    {
        var graph = AGraph(AnImageStream().Tag("a").Follows("c").Tag("b").Follows("c").Tag("c").Follows("b").Build());

        Assert.Equal((TagOutcomeKind.Circular, "shop/ruby:c", 3), Describe(Outcome(graph, "ruby:a")));
        Assert.Equal((TagOutcomeKind.Circular, "shop/ruby:b", 2), Describe(Outcome(graph, "ruby:b")));
        Assert.Equal((3, 7), (graph.ResolveAll().CountByKind(TagOutcomeKind.Circular), graph.ResolveAll().TotalHops));
    }

    [Fact]
    public void ResolveAll_ThroughStreams_EndsAtTheNearestImage()
    {
        var graph = AGraph(
            AnImageStream().Tag("a").Follows("base:b").Build(),
            AnImageStream("base").Tag("b").Follows("c").PointsTo('1').Tag("c").Follows("gone:1").Build());

        Assert.Equal((TagOutcomeKind.Resolved, "shop/base:b", 1), Describe(Outcome(graph, "ruby:a")));
        Assert.Equal((TagOutcomeKind.NotFound, "shop/gone:1", 1), Describe(Outcome(graph, "base:c")));
        Assert.Equal(["shop/base:c", "shop/gone:1"], graph.ResolveAll().GetByKind(TagOutcomeKind.NotFound).Select(one => $"{one.Tag}").Order());
    }

    private static TagOutcome Outcome(TagGraph graph, string tag) => graph.ResolveAll().Find(Named(tag))!;

    private static (TagOutcomeKind Kind, string Decider, int Hops) Describe(TagOutcome outcome) =>
        (outcome.Kind, outcome.Decider.ToString(), outcome.Hops);
}
