using ImageStreams.References;

namespace ImageStreams.Tests.References;

public class ImageReferenceFormsTests
{
    [Theory]
    [InlineData("foo", "docker.io/library/foo:latest")]
    [InlineData("index.docker.io/foo:v1", "index.docker.io/library/foo:v1")]
    [InlineData("quay.io/foo", "quay.io/foo:latest")]
    public void ToDockerClientDefaults_EmptyParts_AreFilled(string text, string expected) =>
        Assert.Equal(expected, ImageReference.Parse(text).ToDockerClientDefaults().ToExactString());

    [Fact]
    public void ToDockerClientDefaults_Digest_StillGetsATag() =>
        Assert.Equal("latest", ImageReference.Parse($"foo@{TestDigests.Sha256}").ToDockerClientDefaults().Tag);

    [Theory]
    [InlineData("foo:latest", "foo")]
    [InlineData("docker.io/library/foo:latest", "docker.io/library/foo")]
    public void ToMinimal_LatestTag_IsRemoved(string text, string expected) =>
        Assert.Equal(expected, ImageReference.Parse(text).ToMinimal().ToExactString());

    [Theory]
    [InlineData("registry-1.docker.io/library/foo:latest", "docker.io/foo")]
    [InlineData("index.docker.io/org/foo:v1", "docker.io/org/foo:v1")]
    [InlineData("quay.io/library/foo:latest", "quay.io/library/foo")]
    public void ToDaemonMinimal_DockerHub_IsShortened(string text, string expected) =>
        Assert.Equal(expected, ImageReference.Parse(text).ToDaemonMinimal().ToExactString());

    [Theory]
    [InlineData("docker.io/a/b", "registry-1.docker.io/a/b")]
    [InlineData("index.docker.io/a/b", "registry-1.docker.io/a/b")]
    [InlineData("quay.io/a/b", "quay.io/a/b")]
    [InlineData("a/b", "a/b")]
    public void ToV2_DockerHub_IsTheHostThatServesImages(string text, string expected) =>
        Assert.Equal(expected, ImageReference.Parse(text).ToV2().ToExactString());

    [Fact]
    public void ToRepository_TagAndId_AreRemoved() =>
        Assert.Equal(
            ImageReference.FromParts("r.io", "a", "b"),
            ImageReference.Parse($"r.io/a/b:t@{TestDigests.Sha256}").ToRepository());

    [Theory]
    [InlineData("t", "", "t", "")]
    [InlineData("", "abc", "abc", "")]
    [InlineData("t", "abc", "t", "abc")]
    public void ToMostSpecific_IdThatIsNotADigest_FillsOnlyAnEmptyTag(string tag, string id, string newTag, string newId)
    {
        var specific = ImageReference.FromParts("", "", "foo", tag, id).ToMostSpecific();

        Assert.Equal((newTag, newId), (specific.Tag, specific.Id));
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("foo:t")]
    public void ToMostSpecific_NoId_IsTheReferenceItself(string text)
    {
        var reference = ImageReference.Parse(text);

        Assert.Same(reference, reference.ToMostSpecific());
    }

    [Theory]
    [InlineData("INDEX.docker.io", "docker.io")]
    [InlineData("registry-1.docker.io", "docker.io")]
    [InlineData("Quay.io", "quay.io")]
    public void Canonicalize_AnyRegistry_HasOneNameInLowerCase(string registry, string expected) =>
        Assert.Equal(expected, DockerHub.Canonicalize(registry));

    [Fact]
    public void ToMostSpecific_Digest_RemovesTheTag() =>
        Assert.Equal("", ImageReference.Parse($"foo:t@{TestDigests.Sha256}").ToMostSpecific().Tag);

    [Theory]
    [InlineData("", "docker.io", "443", "80")]
    [InlineData("docker.io", "registry-1.docker.io", "443", "80")]
    [InlineData("reg:5000", "reg", "5000", "5000")]
    [InlineData("reg:", "reg", "", "")]
    [InlineData("[::1]:5000", "::1", "5000", "5000")]
    [InlineData("[::1]", "", "", "")]
    [InlineData("a:b:c", "", "", "")]
    [InlineData("[a]b:1", "", "", "")]
    [InlineData("a]:1", "", "", "")]
    [InlineData("a:[1", "", "", "")]
    [InlineData("[]:1", "", "1", "1")]
    [InlineData("[ab:1", "", "", "")]
    [InlineData(":5000", "", "5000", "5000")]
    public void GetRegistryHostPort_AnyRegistry_SplitsAsGoDoes(
        string registry, string host, string port, string insecure)
    {
        var reference = ImageReference.FromParts(registry, "", "foo");

        Assert.Equal(new RegistryHostPort { Host = host, Port = port }, reference.GetRegistryHostPort());
        Assert.Equal(
            new RegistryHostPort { Host = host, Port = insecure }, reference.GetRegistryHostPort(insecure: true));
    }

    [Theory]
    [InlineData("", "https:")]
    [InlineData("index.docker.io", "https://registry-1.docker.io")]
    [InlineData("quay.io:443", "https://quay.io:443")]
    [InlineData("my.io@sha256:0a", "https://my.io%40sha256:0a")]
    [InlineData("a b/é%", "https://a%20b%2F%C3%A9%25")]
    [InlineData("[::1]:5000", "https://[::1]:5000")]
    public void ToRegistryAddress_AnyRegistry_IsEscapedAsGoDoes(string registry, string expected) =>
        Assert.Equal(expected, ImageReference.FromParts(registry, "", "foo").ToRegistryAddress());

    [Theory]
    [InlineData("docker.io/a", true)]
    [InlineData("registry-1.docker.io/a", true)]
    [InlineData("docker.io:443/a", false)]
    [InlineData("DOCKER.io/a", false)]
    [InlineData("a", false)]
    public void IsDockerHub_Registry_IsTrueForItsNames(string text, bool expected) =>
        Assert.Equal(expected, ImageReference.Parse(text).IsDockerHub);

    [Fact]
    public void With_AnyPart_ChangesOnlyThatPart()
    {
        var reference = ImageReference.Parse("a/b:t");

        Assert.Equal(ImageReference.Parse("a/b:u"), reference.WithTag("u"));
        Assert.Equal(ImageReference.Parse($"a/b:t@{TestDigests.Sha256}"), reference.WithId(TestDigests.Sha256));
        Assert.Equal(ImageReference.Parse("r.io/a/b:t"), reference.WithRegistry("r.io"));
        Assert.Equal(ImageReference.Parse("c/b:t"), reference.WithNamespace("c"));
    }
}
