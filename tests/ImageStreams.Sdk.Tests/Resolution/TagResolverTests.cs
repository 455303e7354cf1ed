using ImageStreams.Resolution;
using static ImageStreams.Tests.Building.StreamBuilder;
using static ImageStreams.Tests.Resolution.TagFollowingTests;

namespace ImageStreams.Tests.Resolution;

public class TagResolverTests
{
    [Fact]
    public void Resolve_ImportedTag_GivesImageAndWay()
    {
        var stream = AnImageStream().Tag("a").Follows("b").PointsTo('1').Tag("b").FollowsImage("quay.io/app/web:1").Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a"));

        AssertPath(resolved.Path, "a", "b");
        Assert.Same(stream.Status.Tags[0].Items[0], resolved.Event);
        Assert.Equal(PullSpec('1'), resolved.PullSpec);
        Assert.False(resolved.HasNewer);
    }

    [Fact]
    public void Resolve_NoTagNamed_IsLatest()
    {
        var stream = AnImageStream().Tag("latest").PointsTo('1').Build();
        AssertPath(Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "")).Path, "latest");
    }

    [Fact]
    public void Resolve_PushedTag_IsAWayOfOneStep()
    {
        var stream = AnImageStream().PushedTag("a").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a"));

        AssertPath(resolved.Path, "a");
        Assert.Null(resolved.Path[0].Wish);
    }

    [Fact]
    public void Resolve_WishAheadOfHistory_GivesLastGoodImage()
    {
        var stream = AnImageStream().Tag("a", generation: 2).FollowsImage("quay.io/app/web:2").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a"));

        Assert.True(resolved.HasNewer);
        Assert.Equal(PullSpec('1'), resolved.PullSpec);
    }

    [Fact]
    public void Resolve_FailedAfterAnImage_GivesLastGoodImage()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").PointsTo('1').HasFailed("NotFound").Build();
        Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a"));
    }

    [Fact]
    public void Resolve_RingWithAnImage_GivesTheImage()
    {
        var stream = AnImageStream().Tag("a").Follows("b").PointsTo('1').Tag("b").Follows("a").Build();
        AssertPath(Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a")).Path, "a", "b", "a");
    }

    [Fact]
    public void Resolve_NeverImported_IsPending()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").FollowsImage("quay.io/app/web:1").Build();
        AssertPath(Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(stream, "a")).Path, "a", "b");
    }

    [Fact]
    public void Resolve_ImportFailedAtTheEndOfTheWay_SaysWhatWentWrong()
    {
        var stream = AnImageStream()
            .Tag("a").Follows("b").Tag("b").FollowsImage("quay.io/app/web:1").HasFailed("NotFound").Build();

        var failed = Assert.IsType<TagResolution.FailedImport>(TagResolver.Resolve(stream, "a"));

        AssertPath(failed.Path, "a", "b");
        Assert.Equal("NotFound", failed.Condition.Reason);
    }

    [Fact]
    public void Resolve_ConditionThatIsNoFailure_IsPending()
    {
        var stream = AnImageStream().Tag("a").HasFailed("NotFound").Build();
        var history = stream.Status.Tags[0];
        var fine = history.Conditions[0] with { Status = ConditionStatus.True };
        stream = stream with { Status = stream.Status with { Tags = [history with { Conditions = [fine] }] } };

        Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(stream, "a"));
    }

    [Fact]
    public void Resolve_MissingTag_IsNotFound() =>
        AssertPath(Assert.IsType<TagResolution.NotFound>(TagResolver.Resolve(AnImageStream().Build(), "a")).Path, "a");

    [Fact]
    public void Resolve_TagsFollowEachOther_ReportsWholeCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build();
        AssertPath(Assert.IsType<TagResolution.Circular>(TagResolver.Resolve(stream, "a")).Path, "a", "b", "a");
    }

    [Fact]
    public void Resolve_OtherStream_IsNotFollowed()
    {
        var stream = AnImageStream().Tag("a").Follows("other:b").Build();
        AssertPath(Assert.IsType<TagResolution.CrossStream>(TagResolver.Resolve(stream, "a")).Path, "a");
    }
}
