using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The parts of a name are given in the order of its text, as everywhere else.</summary>
public sealed class NamePartsTests
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
