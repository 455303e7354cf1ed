using ImageStreams.References;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.References;

public class RepositoryPathTests
{
    [Theory]
    [InlineData("registry.local:5000/shop/ruby", 29)]
    [InlineData("registry.local:5000/shop/ruby:1", 29)]
    [InlineData("ruby", 4)]
    [InlineData("registry.local", 0)]
    public void FromRepository_Reference_IsTheLengthWithoutTag(string repository, int length)
    {
        var path = RepositoryPath.FromRepository(repository);

        Assert.Equal((true, true, length), (path.IsComputed, path.IsValid, path.Length));
    }

    [Fact]
    public void FromRepository_NoReference_IsComputedAndInvalid()
    {
        var path = RepositoryPath.FromRepository("NO REPOSITORY");

        Assert.Equal((true, false), (path.IsComputed, path.IsValid));
        Assert.False(default(RepositoryPath).IsComputed);
    }

    [Fact]
    public void WithId_Digest_IsWrittenAfterAnAt()
    {
        Assert.Equal($"quay.io/a/b@{Image('1')}", $"{ImageReference.Parse("quay.io/a/b:1").WithId(Image('1'))}");
        Assert.Equal($"quay.io/a/b@{Image('1')}", $"{ImageReference.Parse($"quay.io/a/b@{Image('1')}")}");
    }

    [Fact]
    public void TryParseLocalName_TextOrNull_IsReadOrRefused()
    {
        Assert.True(ImageStreamImageName.TryParseLocalName($"ruby@{Image('1')}", out var name));
        Assert.Equal(("ruby", Image('1')), (name.Stream, name.Id));
        Assert.False(ImageStreamImageName.TryParseLocalName(null, out _));
    }
}
