using ImageStreams.Collections;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class TagPathTests
{
    [Fact]
    public void Follow_TagOfAnImage_EndsThere()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();

        var found = TagResolver.Follow(stream, "a");

        AssertPath(found, TagPathEnd.Arrived, "a");
        Assert.Equal("quay.io/app/web:1", found.Last.Reference!.From!.Name);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("ruby:b")]
    public void Follow_TagOfATagOfAnImage_KeepsThePath(string from)
    {
        var stream = AnImageStream().Tag("a").Follows(from).Tag("b").FollowsImage("quay.io/app/web:1").Build();

        var found = TagResolver.Follow(stream, "a");

        AssertPath(found, TagPathEnd.Arrived, "a", "b");
        Assert.Same(stream.Spec.Tags[1], found.Last.Reference);
    }

    [Fact]
    public void Follow_StreamNameWithEmptyTag_IsLatest()
    {
        var stream = AnImageStream().Tag("a").Follows("ruby:").Tag("latest").Build();
        AssertPath(TagResolver.Follow(stream, "a"), TagPathEnd.Arrived, "a", "latest");
    }

    [Fact]
    public void Follow_OwnNamespace_IsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").Follows("b", Namespace).Tag("b").Build();
        AssertPath(TagResolver.Follow(stream, "a"), TagPathEnd.Arrived, "a", "b");
    }

    [Fact]
    public void Follow_TagsFollowEachOther_ReportsWholeCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build();
        AssertPath(TagResolver.Follow(stream, "a"), TagPathEnd.Circular, "a", "b", "a");
    }

    [Fact]
    public void Follow_TagFollowsItself_IsTheShortestCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("ruby:a").Build();
        AssertPath(TagResolver.Follow(stream, "a"), TagPathEnd.Circular, "a", "a");
    }

    [Fact]
    public void Follow_PathIntoACycle_KeepsThePathThere()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("c").Tag("c").Follows("b").Build();
        AssertPath(TagResolver.Follow(stream, "a"), TagPathEnd.Circular, "a", "b", "c", "b");
    }

    [Theory]
    [InlineData("other:b", null)]
    [InlineData("b", "elsewhere")]
    [InlineData(":b", null)]
    public void Follow_OtherStream_StopsBeforeIt(string from, string? ns)
    {
        var stream = AnImageStream().Tag("a").Follows(from, ns).Tag("b").Build();
        AssertPath(TagResolver.Follow(stream, "a"), TagPathEnd.CrossStream, "a");
    }

    [Fact]
    public void Follow_MissingTag_IsTheLastOfThePath()
    {
        var stream = AnImageStream().Tag("a").Follows("gone").Build();

        var missing = TagResolver.Follow(stream, "a");

        AssertPath(missing, TagPathEnd.NoSuchTag, "a", "gone");
        Assert.Null(missing.Last.Reference);
    }

    [Fact]
    public void Follow_EmptyTag_IsANameLikeAnyOther()
    {
        var stream = AnImageStream().Tag("latest").Build();
        AssertPath(TagResolver.Follow(stream, ""), TagPathEnd.NoSuchTag, "");
    }

    [Fact]
    public void Follow_ChainOf100000Tags_ReachesItsEnd()
    {
        var builder = AnImageStream();
        for (var i = 0; i < 100_000; i++)
        {
            builder.Tag($"t{i}").Follows($"t{i + 1}");
        }

        var missing = TagResolver.Follow(builder.Build(), "t0");

        Assert.Equal((100_001, TagPathEnd.NoSuchTag), (missing.Hops.Count, missing.End));
    }

    [Fact]
    public void ToString_Hop_ShowsWhatTheTagFollows()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Build();
        var path = TagResolver.Follow(stream, "a").Hops;
        Assert.Equal(["shop/ruby:a follows ruby:b", "shop/ruby:b"], path.Select(hop => hop.ToString()));
    }

    [Theory]
    [InlineData("b", null, "b", TagHopRule.TagOfSameStream)]
    [InlineData("", null, "", TagHopRule.TagOfSameStream)]
    [InlineData("b", Namespace, "b", TagHopRule.TagOfSameStream)]
    [InlineData("ruby:b", null, "b", TagHopRule.OwnStreamByName)]
    [InlineData("ruby:b:c", Namespace, "b:c", TagHopRule.OwnStreamByName)]
    [InlineData("ruby:", null, "latest", TagHopRule.DefaultTag)]
    public void Follow_ReferenceWithinTheStream_ReportsByWhichRule(string from, string? ns, string tag, TagHopRule rule)
    {
        var stream = AnImageStream().Tag("a").Follows(from, ns).Build();

        var path = TagResolver.Follow(stream, "a").Hops;

        Assert.Equal([("a", TagHopRule.Requested), (tag, rule)], path.Select(hop => (hop.Tag, hop.Rule)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100_000)]
    public void Follow_CycleOfAnyLengthBehindAnyPath_EndsWhereTheCycleCloses(int length)
    {
        foreach (var before in new[] { 0, 1, 2, 3, 7, 64 })
        {
            var path = TagResolver.Follow(ACycle(before, length), "t0");

            Assert.Equal((TagPathEnd.Circular, before + length + 1), (path.End, path.Hops.Count));
            Assert.Same(path.Hops[before].Reference, path.Last.Reference);
        }
    }

    /// <summary>Tags that lead into a cycle, each to the next.</summary>
    private static ImageStream ACycle(int before, int length)
    {
        var builder = AnImageStream();
        for (var i = 0; i < before + length; i++)
        {
            builder.Tag($"t{i}").Follows($"t{(i == before + length - 1 ? before : i + 1)}");
        }

        return builder.Build();
    }

    private static void AssertPath(TagPath path, TagPathEnd end, params string[] tags)
    {
        Assert.Equal(end, path.End);
        AssertPath(path.Hops, tags);
    }

    internal static void AssertPath(ValueList<TagHop> path, params string[] tags) =>
        Assert.Equal(tags, path.Select(hop => hop.Tag));
}
