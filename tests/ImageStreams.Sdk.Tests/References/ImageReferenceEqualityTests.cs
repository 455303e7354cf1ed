using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class ImageReferenceEqualityTests
{
    [Fact]
    public void Equals_SameText_IsEqual()
    {
        var (left, right) = (ImageReference.Parse("a/b:t"), ImageReference.Parse("a/b:t"));

        Assert.True(left == right);
        Assert.False(left != right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Theory]
    [InlineData("a/b:t", "a/b:u")]
    [InlineData("a/b:t", "a/c:t")]
    [InlineData("a/b:t", "c/b:t")]
    [InlineData("r.io/a/b", "q.io/a/b")]
    [InlineData("foo", "docker.io/library/foo:latest")]
    public void Equals_AnyPartDiffers_IsNotEqual(string left, string right) =>
        Assert.NotEqual(ImageReference.Parse(left), ImageReference.Parse(right));

    [Fact]
    public void Equals_SamePartsElsewhere_IsNotEqual() =>
        Assert.NotEqual(
            ImageReference.FromParts("", "a", "b/c"),
            ImageReference.FromParts("a", "b", "c"));

    [Fact]
    public void Equals_Null_IsNotEqual()
    {
        var reference = ImageReference.Parse("foo");

        Assert.False(reference.Equals(null));
        Assert.False(reference == null);
        Assert.True((ImageReference?)null == null);
    }

    [Theory]
    [InlineData("foobar", "docker.io/library/foobar:latest", true)]
    [InlineData("library/foobar", "foobar", true)]
    [InlineData("docker.io/foo", "index.docker.io/foo", false)]
    [InlineData("quay.io/foo", "quay.io/library/foo", false)]
    [InlineData("foo:v1", "foo", false)]
    public void DockerReferenceComparer_TwoTexts_AreEqualOnceDefaultsApply(string left, string right, bool expected) =>
        Assert.Equal(
            expected,
            DockerReferenceComparer.Instance.Equals(ImageReference.Parse(left), ImageReference.Parse(right)));

    [Fact]
    public void DockerReferenceComparer_DigestWithAndWithoutLatest_AreEqual() =>
        Assert.Equal(
            ImageReference.Parse($"foo@{TestDigests.Sha256}"),
            ImageReference.Parse($"foo:latest@{TestDigests.Sha256}"),
            DockerReferenceComparer.Instance);
}
