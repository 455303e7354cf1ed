using ImageStreams.Resolution;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class LocalTagsTests
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
    public void TryGet_SpecTagThatFollowsATag_IsOfTheStreamOrNot(string? from, string? ns, string? expected)
    {
        var stream = AnImageStream().Tag("a").Follows(from!, ns).Build();

        var isLocal = LocalTags.TryGet(stream, stream.Spec.Tags[0], out var tag);

        Assert.Equal((expected is not null, expected ?? ""), (isLocal, tag));
    }

    [Fact]
    public void TryGet_SpecTagThatFollowsAnImage_IsNone()
    {
        var stream = AnImageStream().Tag("a").FollowsImage("b").Build();
        Assert.False(LocalTags.TryGet(stream, stream.Spec.Tags[0], out _));
    }
}
