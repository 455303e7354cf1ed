using ImageStreams.Collections;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Building.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class TagWayTests
{
    [Fact]
    public void Follow_TagOfAnImage_EndsThere()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();

        var found = TagResolver.Follow(stream, "a");

        AssertWay(found, TagWayEnd.Arrived, "a");
        Assert.Equal("quay.io/app/web:1", found.Last.Wish!.From!.Name);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("ruby:b")]
    public void Follow_TagOfATagOfAnImage_KeepsTheWay(string from)
    {
        var stream = AnImageStream().Tag("a").Follows(from).Tag("b").FollowsImage("quay.io/app/web:1").Build();

        var found = TagResolver.Follow(stream, "a");

        AssertWay(found, TagWayEnd.Arrived, "a", "b");
        Assert.Same(stream.Spec.Tags[1], found.Last.Wish);
    }

    [Fact]
    public void Follow_StreamNameWithEmptyTag_IsLatest()
    {
        var stream = AnImageStream().Tag("a").Follows("ruby:").Tag("latest").Build();
        AssertWay(TagResolver.Follow(stream, "a"), TagWayEnd.Arrived, "a", "latest");
    }

    [Fact]
    public void Follow_OwnNamespace_IsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").Follows("b", Namespace).Tag("b").Build();
        AssertWay(TagResolver.Follow(stream, "a"), TagWayEnd.Arrived, "a", "b");
    }

    [Fact]
    public void Follow_TagsFollowEachOther_ReportsWholeCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build();
        AssertWay(TagResolver.Follow(stream, "a"), TagWayEnd.Circular, "a", "b", "a");
    }

    [Fact]
    public void Follow_TagFollowsItself_IsTheShortestCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("ruby:a").Build();
        AssertWay(TagResolver.Follow(stream, "a"), TagWayEnd.Circular, "a", "a");
    }

    [Fact]
    public void Follow_WayIntoACycle_KeepsTheWayThere()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("c").Tag("c").Follows("b").Build();
        AssertWay(TagResolver.Follow(stream, "a"), TagWayEnd.Circular, "a", "b", "c", "b");
    }

    [Theory]
    [InlineData("other:b", null)]
    [InlineData("b", "elsewhere")]
    [InlineData(":b", null)]
    public void Follow_OtherStream_StopsBeforeIt(string from, string? ns)
    {
        var stream = AnImageStream().Tag("a").Follows(from, ns).Tag("b").Build();
        AssertWay(TagResolver.Follow(stream, "a"), TagWayEnd.CrossStream, "a");
    }

    [Fact]
    public void Follow_MissingTag_IsTheLastOfTheWay()
    {
        var stream = AnImageStream().Tag("a").Follows("gone").Build();

        var missing = TagResolver.Follow(stream, "a");

        AssertWay(missing, TagWayEnd.NoSuchTag, "a", "gone");
        Assert.Null(missing.Last.Wish);
    }

    [Fact]
    public void Follow_EmptyTag_IsANameLikeAnyOther()
    {
        var stream = AnImageStream().Tag("latest").Build();
        AssertWay(TagResolver.Follow(stream, ""), TagWayEnd.NoSuchTag, "");
    }

    [Fact]
    public void Follow_ChainOf100000Tags_GoesToItsEnd()
    {
        var builder = AnImageStream();
        for (var i = 0; i < 100_000; i++)
        {
            builder.Tag($"t{i}").Follows($"t{i + 1}");
        }

        var missing = TagResolver.Follow(builder.Build(), "t0");

        Assert.Equal((100_001, TagWayEnd.NoSuchTag), (missing.Path.Count, missing.End));
    }

    [Fact]
    public void ToString_Hop_SaysWhatTheTagFollows()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Build();
        var path = TagResolver.Follow(stream, "a").Path;
        Assert.Equal(["shop/ruby:a follows ruby:b", "shop/ruby:b"], path.Select(hop => hop.ToString()));
    }

    [Theory]
    [InlineData("b", null, "b", TagHopRule.TagOfSameStream)]
    [InlineData("", null, "", TagHopRule.TagOfSameStream)]
    [InlineData("b", Namespace, "b", TagHopRule.TagOfSameStream)]
    [InlineData("ruby:b", null, "b", TagHopRule.OwnStreamByName)]
    [InlineData("ruby:b:c", Namespace, "b:c", TagHopRule.OwnStreamByName)]
    [InlineData("ruby:", null, "latest", TagHopRule.DefaultTag)]
    public void Follow_ReferenceWithinTheStream_SaysByWhichRule(string from, string? ns, string tag, TagHopRule rule)
    {
        var stream = AnImageStream().Tag("a").Follows(from, ns).Build();

        var path = TagResolver.Follow(stream, "a").Path;

        Assert.Equal([("a", TagHopRule.Asked), (tag, rule)], path.Select(hop => (hop.Tag, hop.Rule)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100_000)]
    public void Follow_RingOfAnyLengthBehindAnyWay_EndsWhereItComesRound(int length)
    {
        foreach (var before in new[] { 0, 1, 2, 3, 7, 64 })
        {
            var way = TagResolver.Follow(ARing(before, length), "t0");

            Assert.Equal((TagWayEnd.Circular, before + length + 1), (way.End, way.Path.Count));
            Assert.Same(way.Path[before].Wish, way.Last.Wish);
        }
    }

    /// <summary>Tags that lead into a ring, each to the next.</summary>
    private static ImageStream ARing(int before, int length)
    {
        var builder = AnImageStream();
        for (var i = 0; i < before + length; i++)
        {
            builder.Tag($"t{i}").Follows($"t{(i == before + length - 1 ? before : i + 1)}");
        }

        return builder.Build();
    }

    private static void AssertWay(TagWay way, TagWayEnd end, params string[] tags)
    {
        Assert.Equal(end, way.End);
        AssertPath(way.Path, tags);
    }

    internal static void AssertPath(ValueList<TagHop> path, params string[] tags) =>
        Assert.Equal(tags, path.Select(hop => hop.Tag));
}
