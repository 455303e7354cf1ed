using ImageStreams.Collections;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Resolution.TagPathTests;

namespace ImageStreams.Tests.Resolution;

public class TagResolverTests
{
    [Fact]
    public void Resolve_ImportedTag_GivesImageAndPath()
    {
        var stream = AnImageStream().Tag("a").Follows("b").PointsTo('1').Tag("b").FollowsImage("quay.io/app/web:1").Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a"));

        AssertPath(resolved.Hops, "a", "b");
        Assert.Same(stream.Status.Tags[0].Items[0], resolved.Event);
        Assert.Equal(PullSpec('1'), resolved.PullSpec);
        Assert.False(resolved.HasNewer);
    }

    [Fact]
    public void Resolve_NoTagNamed_IsLatest()
    {
        var stream = AnImageStream().Tag("latest").PointsTo('1').Build();
        AssertPath(Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "")).Hops, "latest");
    }

    [Fact]
    public void Resolve_PushedTag_IsAPathOfOneStep()
    {
        var stream = AnImageStream().PushedTag("a").PointsTo('1').Build();

        var resolved = Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a"));

        AssertPath(resolved.Hops, "a");
        Assert.Null(resolved.Hops[0].Reference);
    }

    [Fact]
    public void Resolve_SpecTagAheadOfHistory_GivesLastGoodImage()
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
    public void Resolve_CycleWithAnImage_GivesTheImage()
    {
        var stream = AnImageStream().Tag("a").Follows("b").PointsTo('1').Tag("b").Follows("a").Build();
        AssertPath(Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(stream, "a")).Hops, "a", "b", "a");
    }

    [Fact]
    public void Resolve_NeverImported_IsPending()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").FollowsImage("quay.io/app/web:1").Build();
        AssertPath(Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(stream, "a")).Hops, "a", "b");
    }

    [Fact]
    public void Resolve_ImportFailedAtTheEndOfThePath_ReportsTheError()
    {
        var stream = AnImageStream()
            .Tag("a").Follows("b").Tag("b").FollowsImage("quay.io/app/web:1").HasFailed("NotFound").Build();

        var failed = Assert.IsType<TagResolution.FailedImport>(TagResolver.Resolve(stream, "a"));

        AssertPath(failed.Hops, "a", "b");
        Assert.Equal("NotFound", failed.Condition.Reason);
    }

    [Fact]
    public void Resolve_ConditionThatIsNotAFailure_IsPending()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web").HasFailed("NotFound").Build();
        var history = stream.Status.Tags[0];
        var fine = history.Conditions[0] with { Status = ConditionStatus.True };
        stream = stream with { Status = stream.Status with { Tags = [history with { Conditions = [fine] }] } };

        Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(stream, "a"));
    }

    [Fact]
    public void Resolve_MissingTag_IsNotFound() =>
        AssertPath(Assert.IsType<TagResolution.NotFound>(TagResolver.Resolve(AnImageStream().Build(), "a")).Hops, "a");

    [Fact]
    public void Resolve_TagsFollowEachOther_ReportsWholeCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build();
        AssertPath(Assert.IsType<TagResolution.Circular>(TagResolver.Resolve(stream, "a")).Hops, "a", "b", "a");
    }

    [Fact]
    public void Resolve_OtherStream_IsNotFollowed()
    {
        var stream = AnImageStream().Tag("a").Follows("other:b").Build();
        AssertPath(Assert.IsType<TagResolution.CrossStream>(TagResolver.Resolve(stream, "a")).Hops, "a");
    }

    [Theory]
    [InlineData("Pod", "x", InvalidTagReason.UnknownKind, "'Pod' is none of the kinds")]
    [InlineData(null, "x", InvalidTagReason.UnknownKind, "'' is none of the kinds")]
    [InlineData(ReferenceKinds.ImageStream, "x", InvalidTagReason.UnknownKind, "'ImageStream' is none of the kinds")]
    [InlineData(ReferenceKinds.DockerImage, "No Name", InvalidTagReason.MalformedPullSpec, "'No Name' is not an image reference: ")]
    [InlineData(ReferenceKinds.DockerImage, null, InvalidTagReason.MalformedPullSpec, "'' is not an image reference: ")]
    [InlineData(ReferenceKinds.ImageStreamImage, "x", InvalidTagReason.MalformedImageName, "'x' is not the name of an image")]
    [InlineData(ReferenceKinds.ImageStreamImage, "x@", InvalidTagReason.MalformedImageName, "'x@' is not the name of an image")]
    public void Resolve_InvalidSpecTag_IsInvalid(string? kind, string? name, InvalidTagReason fault, string message)
    {
        var builder = AnImageStream().Tag("a").From(new ObjectReference { Kind = kind, Name = name });

        var invalid = Assert.IsType<TagResolution.Invalid>(TagResolver.Resolve(builder.Build(), "a"));

        Assert.Equal(fault, invalid.Reason);
        Assert.StartsWith(message, invalid.Message, StringComparison.Ordinal);
        Assert.IsType<TagResolution.Resolved>(TagResolver.Resolve(builder.PointsTo('1').Build(), "a"));
    }

    [Fact]
    public void Resolve_NothingToImport_IsPendingDespiteAnEarlierFailure()
    {
        var stream = AnImageStream().Tag("a").HasFailed("NotFound").Build();
        Assert.IsType<TagResolution.PendingImport>(TagResolver.Resolve(stream, "a"));
    }

    [Theory]
    [InlineData("a", 3)]
    [InlineData("b", 2)]
    [InlineData("c", 1)]
    public void Resolve_ShortPath_AllocatesOnlyItsResult(string tag, int hops)
    {
        var stream = AnImageStream().Tag("a").Follows("b").PointsTo('1').Tag("b").Follows("c").PointsTo('1')
            .Tag("c").FollowsImage("quay.io/app/web").PointsTo('1').Build();
        var resolved = (TagResolution.Resolved)TagResolver.Resolve(stream, tag);

        Assert.Equal(hops, resolved.Hops.Count);
        var buffer = new TagHop[hops];
        Assert.Equal(AllocatedBy(() => Copy(resolved, buffer)), AllocatedBy(() => TagResolver.Resolve(stream, tag)));
    }

    /// <summary>An answer made by hand, part by part.</summary>
    private static TagResolution.Resolved Copy(TagResolution.Resolved resolved, TagHop[] hops)
    {
        for (var i = 0; i < hops.Length; i++)
        {
            hops[i] = resolved.Hops[i] with { };
        }

        return resolved with
        {
            Path = resolved.Path with { Hops = ValueList.Create<TagHop>(hops) },
            PullSpec = new string('x', resolved.PullSpec.Length),
        };
    }

    private static long AllocatedBy(Func<TagResolution> create)
    {
        create();
        var before = GC.GetAllocatedBytesForCurrentThread();
        create();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Resolve_PinWithoutAName_IsInvalidLikeOneWithAnEmptyName()
    {
        static string Message(ObjectReference from) => Assert.IsType<TagResolution.Invalid>(
            TagResolver.Resolve(AnImageStream().Tag("a").From(from).Build(), "a")).Message;

        var empty = new ObjectReference { Kind = ReferenceKinds.ImageStreamImage, Name = "" };
        Assert.Equal(Message(empty), Message(empty with { Name = null }));
    }
}
