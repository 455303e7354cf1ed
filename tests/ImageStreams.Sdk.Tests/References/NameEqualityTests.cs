using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>Equality of digests and names, null included, and what a failed attempt to read one leaves.</summary>
public class NameEqualityTests
{
    [Fact]
    public void Equality_OfDigests_TakesNull() =>
        AssertNulls(Digest.Parse(TestDigests.Sha256), static (x, y) => x == y, static (x, y) => x != y);

    [Fact]
    public void Equality_OfStreamNames_TakesNull() =>
        AssertNulls(ImageStreamName.Parse("a"), static (x, y) => x == y, static (x, y) => x != y);

    [Fact]
    public void Equality_OfTagNames_TakesNull() =>
        AssertNulls(ImageStreamTagName.Parse("a:b"), static (x, y) => x == y, static (x, y) => x != y);

    [Fact]
    public void Equality_OfImageNames_TakesNull() =>
        AssertNulls(ImageStreamImageName.Parse("a@b"), static (x, y) => x == y, static (x, y) => x != y);

    [Theory]
    [InlineData("ns", "a", "1", true)]
    [InlineData("ns", "a", "2", false)]
    [InlineData("ns", "b", "1", false)]
    [InlineData("other", "a", "1", false)]
    [InlineData("ns", "b", "2", false)]
    public void Equals_ImageNames_ComparesEveryPart(string ns, string stream, string id, bool expected)
    {
        var name = ImageStreamImageName.FromParts("ns", "a", "1");

        Assert.Equal(expected, name == ImageStreamImageName.FromParts(ns, stream, id));
        Assert.Equal(expected, name.Equals((object)ImageStreamImageName.FromParts(ns, stream, id)));
    }

    [Fact]
    public void TryParse_Malformed_LeavesNull()
    {
        _ = ImageStreamName.TryParse("a:b", out var stream);
        _ = ImageStreamTagName.TryParse("a", out var tag);
        _ = ImageStreamTagName.TryParseLocalName("a", out var localTag);
        _ = ImageStreamImageName.TryParse("a", out var image);
        _ = ImageStreamImageName.TryParseLocalName("a", out var localImage);

        Assert.Equal(new object?[5], [stream, tag, localTag, image, localImage]);
    }

    [Fact]
    public void Digest_ReadFromAString_KeepsItAndItsHex()
    {
        var digest = Digest.Parse(TestDigests.Sha256);
        var reference = ImageReference.Parse($"a@{TestDigests.Sha256}");

        Assert.Same(TestDigests.Sha256, digest.ToString());
        Assert.Same(digest.Hex, digest.Hex);
        Assert.Same(reference.Digest, reference.Digest);
    }

    [Fact]
    public void TrySplit_ImageNameThatStartsWithTheDelimiter_HasNoStream()
    {
        Assert.True(ImageStreamImageName.TrySplit("@b", out var stream, out var id));
        Assert.Equal(("", "b"), (stream, id));
    }

    [Fact]
    public void IsValid_PathThatIsNotComputed_IsFalse()
    {
        Assert.False(default(RepositoryPath).IsValid);
        Assert.True(RepositoryPath.FromRepository("a/b").IsValid);
        Assert.True(default(RepositoryPath).Equals(RepositoryPath.FromRepository("a/b")));
    }

    private static void AssertNulls<T>(T value, Func<T?, T?, bool> equal, Func<T?, T?, bool> unequal)
        where T : class
    {
        Assert.True(equal(value, value) && equal(null, null) && !equal(null, value) && !equal(value, null));
        Assert.True(!unequal(value, value) && !unequal(null, null) && unequal(null, value) && unequal(value, null));
        Assert.False(value.Equals(null));
    }
}
