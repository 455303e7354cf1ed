using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class TagSourceTests
{
    [Theory]
    [InlineData("b", null, "b")]
    [InlineData("b", Namespace, "b")]
    [InlineData("ruby:b", null, "b")]
    [InlineData("ruby:", null, "")]
    [InlineData("", null, "")]
    [InlineData(null, null, "")]
    [InlineData("ruby:ruby:b", null, null)]
    [InlineData("other:b", null, null)]
    [InlineData("b", "elsewhere", null)]
    public void TryReadOwnTag_SpecTagThatFollowsATag_IsOfTheStreamOrNot(string? from, string? ns, string? expected)
    {
        var stream = AnImageStream().Tag("a").Follows(from!, ns).Build();

        var isLocal = TagSource.TryReadOwnTag(stream, stream.Spec.Tags[0], out var tag);

        Assert.Equal((expected is not null, expected ?? ""), (isLocal, tag));
    }

    [Fact]
    public void TryReadOwnTag_SpecTagThatFollowsAnImage_IsNone()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("b").Build();
        Assert.False(TagSource.TryReadOwnTag(stream, stream.Spec.Tags[0], out _));
    }

    [Theory]
    [InlineData("b", null, "shop/ruby", "b", TagHopRule.TagOfSameStream)]
    [InlineData("ruby:b", Namespace, "shop/ruby", "b", TagHopRule.OwnStreamByName)]
    [InlineData("ruby:", null, "shop/ruby", "latest", TagHopRule.DefaultTag)]
    [InlineData("base:b:c", null, "shop/base", "b:c", TagHopRule.OtherStream)]
    [InlineData("b", "infra", "infra/ruby", "b", TagHopRule.OtherNamespace)]
    public void Read_AnyName_IsCutAtTheFirstColon(
        string from, string? ns, string stream, string tag, TagHopRule rule)
    {
        var source = TagSource.Read(AnImageStream().Build(), ObjectReference.ImageStreamTag(ns, from));

        Assert.Equal((stream, tag, rule), (source.StreamName.ToString(), source.Selector, source.Rule));
    }

    [Theory]
    [InlineData("ImageStreamTag", "base:b:c", false)]
    [InlineData("ImageStreamImage", "base@b", true)]
    [InlineData("DockerImage", "base", false)]
    public void TryRead_AnyKind_RequiresOneSeparator(string kind, string name, bool expected) => Assert.Equal(
        expected, TagSource.TryRead(AnImageStream().Build(), new ObjectReference { Kind = kind, Name = name }, out _));

    [Theory]
    [InlineData("b", "b")]
    [InlineData("ruby:b", "b")]
    [InlineData("other:b", null)]
    public void FindFollowedTag_SpecTagThatFollowsATag_IsThatOfTheSameStream(string from, string? expected)
    {
        var stream = AnImageStream().Tag("a").Follows(from).Build();

        Assert.Equal(expected, TagSource.FindFollowedTag(stream, stream.Spec.Tags[0]));
    }

    [Fact]
    public void FindFollowedTag_SpecTagOfAnImageOrNone_FollowsNoTag()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("b").Build();

        Assert.Null(TagSource.FindFollowedTag(stream, stream.Spec.Tags[0]));
        Assert.Null(TagSource.FindFollowedTag(stream, null));
    }
}
