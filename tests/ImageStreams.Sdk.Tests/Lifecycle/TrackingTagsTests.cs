using ImageStreams.Lifecycle;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class TrackingTagsTests
{
    [Fact]
    public void Settle_ChainOfSeveralLevels_MovesAllInOnePass()
    {
        var stream = AnImageStream()
            .Tag("d").Follows("c").Tag("c").Follows("ruby:b").Tag("b").Follows("a", Namespace).Tag("a").PointsTo('1').Build();

        AssertMoved(TrackingTags.MoveFollowers(stream, "a"), "a", "b", "c", "d");
    }

    [Fact]
    public void Settle_Cycle_StopsAtItsStart()
    {
        var stream = AnImageStream()
            .Tag("a").Follows("c").PointsTo('1').Tag("b").Follows("a").PointsTo('2').Tag("c").Follows("b").Build();

        var next = TrackingTags.MoveFollowers(stream, "a");

        Assert.Equal([AnEvent('1'), AnEvent('2')], next.Status.Tags.Find("b")!.Items);
        Assert.Equal([AnEvent('1')], next.Status.Tags.Find("c")!.Items);
        Assert.Same(stream.Status.Tags.Find("a"), next.Status.Tags.Find("a"));
    }

    [Fact]
    public void Settle_SettledAlready_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").Follows("a").PointsTo('1').Build();
        Assert.Same(stream, TrackingTags.MoveFollowers(stream, "a"));
    }

    [Fact]
    public void Settle_TagFollowsItself_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").Follows("a").PointsTo('1').Build();
        Assert.Same(stream, TrackingTags.MoveFollowers(stream, "a"));
    }

    [Fact]
    public void Settle_NoHistory_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").HasFailed("NotFound").Tag("b").Follows("a").Build();
        Assert.Same(stream, TrackingTags.MoveFollowers(stream, "a"));
    }

    [Theory]
    [InlineData("other:a", null)]
    [InlineData("ruby:ruby:a", null)]
    [InlineData(":a", null)]
    [InlineData("a", "elsewhere")]
    public void Settle_FollowerOfAnotherStream_DoesNotMove(string from, string? ns)
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").Follows(from, ns).Build();
        Assert.Same(stream, TrackingTags.MoveFollowers(stream, "a"));
    }

    [Fact]
    public void Settle_StreamNameWithEmptyTag_FollowsLatest()
    {
        var stream = AnImageStream().Tag("latest").PointsTo('1').Tag("b").Follows("ruby:").Build();
        AssertMoved(TrackingTags.MoveFollowers(stream, "latest"), "latest", "b");
    }

    [Fact]
    public void Settle_SpecTagThatFollowsAnImageOfThatName_IsNotAFollower()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").FollowsImage("a").Build();
        Assert.Same(stream, TrackingTags.MoveFollowers(stream, "a"));
    }

    [Fact]
    public void Settle_TagTwice_FirstSpecTagCounts()
    {
        var stream = AnImageStream().Tag("a").PointsTo('1').Tag("b").FollowsImage("quay.io/app/web").Tag("b").Follows("a").Build();
        Assert.Same(stream, TrackingTags.MoveFollowers(stream, "a"));
    }

    [Fact]
    public void Settle_ChainOf100000Tags_MovesAll()
    {
        var builder = AnImageStream().Tag("t0").PointsTo('1');
        for (var i = 1; i < 100_000; i++)
        {
            builder.Tag($"t{i}").Follows($"t{i - 1}");
        }

        var next = TrackingTags.MoveFollowers(builder.Build(), "t0");

        Assert.Equal(100_000, next.Status.Tags.Count);
        Assert.Equal(AnEvent('1'), next.Status.Tags.Find("t99999")!.Items[0]);
    }

    [Fact]
    public void Settle_TenTimesTheFollowers_CostsTenTimesTheMemory()
    {
        var (few, many) = (FollowedBy(1_000), FollowedBy(10_000));
        var ratio = AllocatedBy(many) / (double)AllocatedBy(few);

        Assert.InRange(ratio, 5, 20);
    }

    [Fact]
    public void SettleChanged_ChainBelowAChangedTag_MovesAllOfIt()
    {
        var old = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("c").Tag("c").PointsTo('1').Tag("d").Follows("e")
            .Tag("e").PointsTo('3').Build();

        var next = TrackingTags.MoveAllFollowers(TagHistory.Add(old, "c", AnEvent('2')), old);

        Assert.Equal(["a", "b", "c", "e"], next.Status.Tags.Select(history => history.Tag));
        Assert.All(next.Status.Tags.Take(3), history => Assert.Equal(AnEvent('2'), history.Items[0]));
    }

    [Fact]
    public void SettleChanged_SeveralOfACycleChanged_TheFirstInByteOrderWins()
    {
        var stream = AnImageStream()
            .Tag("a").Follows("c").Tag("c").Follows("b").PointsTo('2').Tag("b").Follows("a").PointsTo('1').Build();

        var next = TrackingTags.MoveAllFollowers(stream, old: null);

        Assert.All(next.Status.Tags, history => Assert.Equal(AnEvent('1'), history.Items[0]));
        Assert.Equal([AnEvent('1')], next.Status.Tags.Find("b")!.Items);
    }

    /// <summary>The image goes through the whole cycle, wherever it enters.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    public void SettleChanged_OneOfACycleChanged_MovesTheOthers(string tag)
    {
        var old = AnImageStream().Tag("a").Follows("c").PointsTo('1').Tag("b").Follows("a").PointsTo('1').Tag("c").Follows("b").PointsTo('1').Build();

        var next = TrackingTags.MoveAllFollowers(TagHistory.Add(old, tag, AnEvent('2')), old);

        Assert.All(next.Status.Tags, history => Assert.Equal(AnEvent('2'), history.Items[0]));
    }

    [Fact]
    public void SettleChanged_NothingChanged_ReturnsTheSameStream()
    {
        var stream = AnImageStream().Tag("b").Follows("a").Tag("a").PointsTo('1').Build();
        Assert.Same(stream, TrackingTags.MoveAllFollowers(stream, stream));
    }

    [Fact]
    public void MoveDirectFollowers_Chain_MovesOneLevel()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("ruby:c").Tag("c").Build();
        AssertMoved(TrackingTags.MoveDirectFollowers(stream, "c", AnEvent('1')), "b");
    }

    [Fact]
    public void FindCycles_SeveralCyclesWithTails_ReturnsEachFromItsFirstTag()
    {
        var stream = AnImageStream()
            .Tag("y").Follows("x").Tag("x").Follows("z").Tag("z").Follows("y").Tag("tail").Follows("z")
            .Tag("self").Follows("self").Tag("b").Follows("a").Tag("a").FollowsImage("quay.io/app/web").Build();

        Assert.Equal([["self", "self"], ["x", "z", "y", "x"]], TrackingTags.FindCycles(stream));
    }

    [Fact]
    public void FindCycles_CycleOf100000Tags_IsFound()
    {
        var builder = AnImageStream();
        for (var i = 0; i < 100_000; i++)
        {
            builder.Tag($"t{i:D5}").Follows($"t{(i + 1) % 100_000:D5}");
        }

        Assert.Equal(100_001, Assert.Single(TrackingTags.FindCycles(builder.Build())).Count);
    }

    private static StreamBuilder FollowedBy(int followers)
    {
        var builder = AnImageStream().Tag("a").PointsTo('1');
        for (var i = 0; i < followers; i++)
        {
            builder.Tag($"t{i}").Follows("a");
        }

        return builder;
    }

    private static long AllocatedBy(StreamBuilder builder)
    {
        var stream = builder.Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        TrackingTags.MoveFollowers(stream, "a");
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertMoved(ImageStream stream, params string[] tags)
    {
        Assert.Equal(tags, stream.Status.Tags.Select(history => history.Tag));
        Assert.All(stream.Status.Tags, history => Assert.Equal(AnEvent('1'), history.Items[0]));
    }
}
