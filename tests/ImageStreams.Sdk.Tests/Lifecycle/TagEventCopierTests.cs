using ImageStreams.Lifecycle;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Lifecycle;

public class TagEventCopierTests
{
    private const string Host = "registry.local:5000";

    /// <summary>An image in the repository of its stream in the integrated registry is pulled from the repository of the stream
    /// that copies its event; all others stay where they are.</summary>
    [Theory]
    [InlineData(Host, Host + "/infra/base", Host + "/shop/ruby")]
    [InlineData(Host, Host + "/infra/other", Host + "/infra/other")]
    [InlineData(Host, Host + "/other/base", Host + "/other/base")]
    [InlineData(Host, "quay.io/infra/base", "quay.io/infra/base")]
    [InlineData("registry.local", Host + "/infra/base", Host + "/infra/base")]
    [InlineData("", Host + "/infra/base", Host + "/infra/base")]
    [InlineData("", "infra/base", "infra/base")]
    public void Copy_PushedImage_IsInTheRepositoryOfTheCopy(string host, string repository, string expected)
    {
        var copy = Copy(host, AnEvent('1', 3, PullSpec('1', repository)), new TagReference { Name = "a" });

        Assert.Equal((PullSpec('1', expected), 9L), (copy.DockerImageReference, copy.Generation));
    }

    [Fact]
    public void Copy_Reference_StaysWhereItIs()
    {
        var pushed = AnEvent('1', 3, PullSpec('1', Host + "/infra/base"));
        Assert.Equal(pushed with { Generation = 9 }, Copy(Host, pushed, new TagReference { Name = "a", Reference = true }));
    }

    [Fact]
    public void Copy_TagOfTheImage_IsKept() => Assert.Equal(
        Host + "/shop/ruby:2", Copy(Host, AnEvent('1', 3, Host + "/infra/base:2"), new TagReference { Name = "a" }).DockerImageReference);

    [Fact]
    public void Copy_SameGenerationElsewhere_IsTheSameEvent()
    {
        var tagEvent = AnEvent('1', 9);
        Assert.Same(tagEvent, Copy(Host, tagEvent, new TagReference { Name = "a" }));
    }

    [Fact]
    public void Copy_NoPullSpec_HasNone()
    {
        var tagEvent = AnEvent('1', 9) with { DockerImageReference = "" };
        Assert.Same(tagEvent, Copy(Host, tagEvent, new TagReference { Name = "a" }));
    }

    private static TagEvent Copy(string host, TagEvent tagEvent, TagReference specTag)
    {
        var source = AnImageStream("base").Build();
        source = source with { Metadata = source.Metadata with { Namespace = "infra" } };
        return new TagEventCopier(AnImageStream().AtGeneration(9).Build(), host).Copy(tagEvent, specTag, source);
    }
}
