using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Resolution.TagPathTests;

namespace ImageStreams.Tests.Resolution;

public class AcrossStreamsTests
{
    private const string Internal = "registry.local:5000/shop/base";
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };

    [Fact]
    public void Resolve_TagOfAnotherStream_ContinuesThere()
    {
        var base1 = AnImageStream("base").Tag("b").FollowsImage("quay.io/app/web:1").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(Resolve(AnImageStream().Tag("a").Follows("base:b").Build(), base1));

        Assert.Equal([("shop/ruby:a", TagHopRule.Requested), ("shop/base:b", TagHopRule.OtherStream)], Rules(resolved.Hops));
        Assert.Same(base1.Status.Tags[0].Items[0], resolved.Event);
        Assert.Equal(("shop/base:b", PullSpec('1')), (resolved.DecidedBy.Name, resolved.PullSpec));
    }

    [Theory]
    [InlineData("base:b", "shop/ruby:a", "infra/base:b")]
    [InlineData("base:", "shop/ruby:a", "infra/base:latest")]
    [InlineData("b", "shop/ruby:a", "infra/ruby:b")]
    [InlineData("base:b:c", "shop/ruby:a", "infra/base:b:c")]
    public void Follow_AnotherNamespace_ContinuesThere(string from, params string[] path)
    {
        var streams = new ImageStreamSet([AnImageStream().Tag("a").Follows(from, "infra").Build()]);

        var found = TagResolver.Follow(streams, Requested("a"), Across);

        Assert.Equal(TagPathEnd.NoSuchStream, found.End);
        Assert.Equal(path, found.Hops.Select(hop => hop.Name));
        Assert.Equal(TagHopRule.OtherNamespace, found.Last.Rule);
    }

    [Fact]
    public void Resolve_WithoutTheOption_RefusesTheOtherStream()
    {
        var streams = new ImageStreamSet([AnImageStream().Tag("a").Follows("base:b").Build(), AnImageStream("base").Build()]);
        AssertPath(Assert.IsType<TagResolution.CrossStream>(TagResolver.Resolve(streams, Requested("a"))).Hops, "a");
    }

    [Fact]
    public void Resolve_SeveralTagsWithHistory_TheNearestDecides()
    {
        var ruby = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("base:c").PointsTo('2').Build();
        var other = AnImageStream("base").Tag("c").FollowsImage("quay.io/app/web").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(Resolve(ruby, other));

        AssertPath(resolved.Hops, "a", "b", "c");
        Assert.Equal((1, Image('2')), (resolved.DecidedAt, resolved.Event.Image));
    }

    [Fact]
    public void Resolve_CycleWithAnImage_TheImageDecides()
    {
        var ruby = AnImageStream().Tag("a").Follows("base:b").Build();
        var other = AnImageStream("base").Tag("b").Follows("ruby:a").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(Resolve(ruby, other));

        AssertPath(resolved.Hops, "a", "b", "a");
        Assert.Equal(TagPathEnd.Circular, resolved.Path.End);
    }

    [Fact]
    public void Resolve_CycleThroughStreams_ReportsWholeCycle()
    {
        var ruby = AnImageStream().Tag("a").Follows("base:b").Build();
        var other = AnImageStream("base").Tag("b").Follows("ruby:a").Build();
        Assert.Equal(
            ["shop/ruby:a", "shop/base:b", "shop/ruby:a"],
            Assert.IsType<TagResolution.Circular>(Resolve(ruby, other)).Hops.Select(hop => hop.Name));
    }

    [Fact]
    public void Resolve_SameTagNameInOtherStreams_IsNoCycle()
    {
        var specTag = AnImageStream().Tag("a").Follows("base:a").Build();
        var other = AnImageStream("base").Tag("a").FollowsImage("quay.io/app/web").Build();
        AssertPath(Assert.IsType<TagResolution.PendingImport>(Resolve(specTag, other)).Hops, "a", "a");
    }

    [Fact]
    public void Resolve_PushedTagOfAnotherStream_Decides()
    {
        var other = AnImageStream("base").PushedTag("b").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(Resolve(AnImageStream().Tag("a").Follows("base:b").Build(), other));

        Assert.Equal((1, PullSpecOrigin.NoPolicy, TagPathEnd.NoSuchTag), (resolved.DecidedAt, resolved.Origin, resolved.Path.End));
    }

    [Fact]
    public void Resolve_PolicyLocal_IsThatOfTheDecidingTagAndItsStream()
    {
        var ruby = AnImageStream().InRepository("registry.local:5000/shop/ruby").Tag("a").Follows("base:b").Build();
        var other = AnImageStream("base").InRepository(Internal)
            .Tag("b").FollowsImage("quay.io/app/web").UnderPolicy(ReferencePolicyType.Local).PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(Resolve(ruby, other));

        Assert.Equal((PullSpec('1', Internal), PullSpecOrigin.InternalRepository), (resolved.PullSpec, resolved.Origin));
    }

    [Theory]
    [InlineData("other:b", MissingPart.Stream, "b")]
    [InlineData("ruby:b", MissingPart.Tag, "b")]
    [InlineData(":b", MissingPart.Stream, "b")]
    public void Resolve_MissingReference_IsNotFoundAtTheEndOfThePath(string from, MissingPart missing, string last)
    {
        var notFound = Assert.IsType<TagResolution.NotFound>(Resolve(AnImageStream().Tag("a").Follows(from).Build()));

        AssertPath(notFound.Hops, "a", last);
        Assert.Equal(missing, notFound.Missing);
    }

    [Fact]
    public void Resolve_ImageOfAStream_IsLookedUpInItsHistories()
    {
        var other = AnImageStream("base").PushedTag("x").PointsTo('2', pullSpec: "quay.io/two").PointsTo('1').Build().In("infra");
        var stream = AnImageStream().InRepository(Internal)
            .Tag("a", generation: 9).From(ObjectReference.ImageStreamImage("infra", "base@22"))
            .UnderPolicy(ReferencePolicyType.Local).Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(Resolve(stream, other));

        AssertPath(resolved.Hops, "a");
        Assert.Same(other.Status.Tags[0].Items[0], resolved.Event);
        Assert.Equal((PullSpec('2', Internal), false), (resolved.PullSpec, resolved.HasNewer));
    }

    [Theory]
    [InlineData("base@3", MissingPart.Image)]
    [InlineData("gone@1", MissingPart.Stream)]
    public void Resolve_NoSuchImageOfAStream_IsNotFound(string name, MissingPart missing)
    {
        var other = AnImageStream("base").PushedTag("x").PointsTo('1').Build();

        var notFound = Assert.IsType<TagResolution.NotFound>(Resolve(APin(name), other));

        Assert.Equal(missing, notFound.Missing);
        AssertPath(notFound.Hops, "a");
    }

    [Fact]
    public void Resolve_BeginningOfSeveralImages_IsInvalid()
    {
        var other = AnImageStream("base").PushedTag("x").PointsTo('1').PointsTo('2').Build();

        var invalid = Assert.IsType<TagResolution.Invalid>(Resolve(APin("base@sha256:"), other));

        Assert.Equal(InvalidTagReason.AmbiguousImage, invalid.Reason);
        Assert.Equal($"'sha256:' is the beginning of several images, such as {Image('1')} and {Image('2')}.", invalid.Message);
    }

    [Fact]
    public void Resolve_ImageOfAStreamWithinOneStream_IsPending() =>
        Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(APin("base@1"), "a"));

    [Fact]
    public void Resolve_ChainOf100000Streams_ReachesItsEnd()
    {
        var streams = Enumerable.Range(0, 100_000).Select(i => AnImageStream($"s{i}").Tag("a").Follows($"s{i + 1}:a").Build());

        var missing = TagResolver.Resolve(new ImageStreamSet(streams), ImageStreamTagName.FromParts(Namespace, "s0", "a"), Across);

        Assert.Equal((100_001, MissingPart.Stream), (missing.Hops.Count, Assert.IsType<TagResolution.NotFound>(missing).Missing));
    }

    [Fact]
    public void Resolve_HostileNames_AreNamesLikeAnyOther()
    {
        var name = new string('n', 255) + "/../x";
        var ruby = AnImageStream().Tag("a").Follows($"{name}:t/1:2@3").Build();
        var other = AnImageStream(name).Tag("t/1:2@3").FollowsImage("quay.io/app/web").PointsTo('1').Build();
        AssertPath(Assert.IsType<TagResolution.Resolved>(Resolve(ruby, other)).Hops, "a", "t/1:2@3");
    }

    private static ImageStream APin(string name) =>
        AnImageStream().Tag("a").From(ObjectReference.ImageStreamImage(name)).Build();

    private static TagResolution Resolve(params ImageStream[] streams) =>
        TagResolver.Resolve(new ImageStreamSet(streams), Requested("a"), Across);

    private static ImageStreamTagName Requested(string tag) => ImageStreamTagName.FromParts(Namespace, "ruby", tag);

    private static IEnumerable<(string Name, TagHopRule Rule)> Rules(ValueList<TagHop> path) =>
        path.Select(hop => (hop.Name, hop.Rule));
}
