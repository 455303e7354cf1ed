using ImageStreams.Collections;
using ImageStreams.Resolution;
using static ImageStreams.Tests.Building.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class TagFollowingTests
{
    [Fact]
    public void Follow_TagOfAnImage_EndsThere()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:1").Build();

        var found = Assert.IsType<TagFollowing.Found>(TagResolver.Follow(stream, "a"));

        AssertPath(found.Path, "a");
        Assert.Equal("quay.io/app/web:1", found.Last.Wish!.From!.Name);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("ruby:b")]
    public void Follow_TagOfATagOfAnImage_KeepsTheWay(string from)
    {
        var stream = AnImageStream().Tag("a").Follows(from).Tag("b").FollowsImage("quay.io/app/web:1").Build();

        var found = Assert.IsType<TagFollowing.Found>(TagResolver.Follow(stream, "a"));

        AssertPath(found.Path, "a", "b");
        Assert.Same(stream.Spec.Tags[1], found.Last.Wish);
    }

    [Fact]
    public void Follow_StreamNameWithEmptyTag_IsLatest()
    {
        var stream = AnImageStream().Tag("a").Follows("ruby:").Tag("latest").Build();
        AssertPath(Assert.IsType<TagFollowing.Found>(TagResolver.Follow(stream, "a")).Path, "a", "latest");
    }

    [Fact]
    public void Follow_OwnNamespace_IsTheSameStream()
    {
        var stream = AnImageStream().Tag("a").Follows("b", Namespace).Tag("b").Build();
        AssertPath(Assert.IsType<TagFollowing.Found>(TagResolver.Follow(stream, "a")).Path, "a", "b");
    }

    [Fact]
    public void Follow_TagsFollowEachOther_ReportsWholeCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("a").Build();
        AssertPath(Assert.IsType<TagFollowing.Circular>(TagResolver.Follow(stream, "a")).Path, "a", "b", "a");
    }

    [Fact]
    public void Follow_TagFollowsItself_IsTheShortestCycle()
    {
        var stream = AnImageStream().Tag("a").Follows("ruby:a").Build();
        AssertPath(Assert.IsType<TagFollowing.Circular>(TagResolver.Follow(stream, "a")).Path, "a", "a");
    }

    [Fact]
    public void Follow_WayIntoACycle_KeepsTheWayThere()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Tag("b").Follows("c").Tag("c").Follows("b").Build();
        AssertPath(Assert.IsType<TagFollowing.Circular>(TagResolver.Follow(stream, "a")).Path, "a", "b", "c", "b");
    }

    [Theory]
    [InlineData("other:b", null)]
    [InlineData("b", "elsewhere")]
    [InlineData(":b", null)]
    public void Follow_OtherStream_StopsBeforeIt(string from, string? ns)
    {
        var stream = AnImageStream().Tag("a").Follows(from, ns).Tag("b").Build();
        AssertPath(Assert.IsType<TagFollowing.CrossStream>(TagResolver.Follow(stream, "a")).Path, "a");
    }

    [Fact]
    public void Follow_MissingTag_IsTheLastOfTheWay()
    {
        var stream = AnImageStream().Tag("a").Follows("gone").Build();

        var missing = Assert.IsType<TagFollowing.NotFound>(TagResolver.Follow(stream, "a"));

        AssertPath(missing.Path, "a", "gone");
        Assert.Null(missing.Last.Wish);
    }

    [Fact]
    public void Follow_EmptyTag_IsANameLikeAnyOther()
    {
        var stream = AnImageStream().Tag("latest").Build();
        AssertPath(Assert.IsType<TagFollowing.NotFound>(TagResolver.Follow(stream, "")).Path, "");
    }

    [Fact]
    public void Follow_ChainOf100000Tags_GoesToItsEnd()
    {
        var builder = AnImageStream();
        for (var i = 0; i < 100_000; i++)
        {
            builder.Tag($"t{i}").Follows($"t{i + 1}");
        }

        var missing = Assert.IsType<TagFollowing.NotFound>(TagResolver.Follow(builder.Build(), "t0"));

        Assert.Equal(100_001, missing.Path.Count);
    }

    [Fact]
    public void ToString_Hop_SaysWhatTheTagFollows()
    {
        var stream = AnImageStream().Tag("a").Follows("b").Build();
        var path = TagResolver.Follow(stream, "a").Path;
        Assert.Equal(["ruby:a follows ruby:b", "ruby:b"], path.Select(hop => hop.ToString()));
    }

    internal static void AssertPath(ValueList<TagHop> path, params string[] tags) =>
        Assert.Equal(tags, path.Select(hop => hop.Tag));
}
