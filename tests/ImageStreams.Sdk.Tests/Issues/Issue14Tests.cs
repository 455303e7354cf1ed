using ImageStreams.References;

namespace ImageStreams.Tests.Issues;

/// <summary>Issue 14: <c>FromParts("shop", "ruby")</c> compiled and gave <c>ruby/shop</c>, since the parts of the names of
/// streams had another order than everywhere else.</summary>
public sealed class Issue14Tests
{
    [Fact]
    public void FromParts_NamespaceAndName_AreInTheOrderOfTheText() =>
        Assert.Equal("shop/ruby", ImageStreamName.FromParts("shop", "ruby").ToString());

    [Fact]
    public void FromParts_NamespaceNameAndTag_AreInTheOrderOfTheText() =>
        Assert.Equal("shop/ruby:2.7", ImageStreamTagName.FromParts("shop", "ruby", "2.7").ToString());

    [Fact]
    public void FromParts_NamespaceNameAndImage_AreInTheOrderOfTheText() =>
        Assert.Equal("shop/ruby@sha256:abc", ImageStreamImageName.FromParts("shop", "ruby", "sha256:abc").ToString());
}
