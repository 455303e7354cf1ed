using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryRepositoryTests
{
    [Theory]
    [InlineData("python", "docker.io", "library/python")]
    [InlineData("docker.io/python:3.8", "docker.io", "library/python")]
    [InlineData("quay.io/org/app@sha256:0123456789012345678901234567890123456789012345678901234567890123", "quay.io", "org/app")]
    [InlineData("localhost:5000/a/b/c:1", "localhost:5000", "a/b/c")]
    public void From_Reference_FillsInDockersDefaults(string reference, string registry, string name)
    {
        var repository = RegistryRepository.From(ImageReference.Parse(reference));

        Assert.Equal($"{registry}/{name}", repository.ToString());
        Assert.False(repository.Insecure);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:5000")]
    [InlineData("Registry.Example.com:443")]
    [InlineData("10.0.0.1:65535")]
    [InlineData("[::1]")]
    [InlineData("[fe80::1]:5000")]
    public void Registry_HostAndPort_IsAccepted(string registry) => Assert.Equal(registry, WithRegistry(registry).Registry);

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("user@host")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("host:1:2")]
    [InlineData("host:+1")]
    [InlineData("-host")]
    [InlineData("[::1")]
    [InlineData("[]")]
    [InlineData("[::1]x")]
    [InlineData("[:::]")]
    [InlineData("a..b")]
    [InlineData("quay.io.")]
    [InlineData("quay.io.:443")]
    [InlineData("h\u00f6st")]
    [InlineData("host\n")]
    [InlineData("host?x")]
    public void Registry_AnythingElse_IsRefused(string registry) =>
        Assert.Throws<ArgumentException>(() => WithRegistry(registry));

    [Theory]
    [InlineData("a")]
    [InlineData("library/python")]
    [InlineData("a.b/c_d/e__f/g---h")]
    public void Name_OfTheGrammar_IsAccepted(string name) => Assert.Equal(name, WithName(name).Name);

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("A")]
    [InlineData("a..b")]
    [InlineData("a___b")]
    [InlineData("a-")]
    [InlineData("a._b")]
    [InlineData("a?b")]
    [InlineData("a%2fb")]
    [InlineData("a\n")]
    public void Name_AnythingElse_IsRefused(string name) => Assert.Throws<ArgumentException>(() => WithName(name));

    [Fact]
    public void Name_LongerThan255_IsRefused()
    {
        Assert.Equal(255, WithName(new string('a', 255)).Name.Length);
        Assert.Throws<ArgumentException>(() => WithName(new string('a', 256)));
    }

    [Fact]
    public void With_BadName_IsRefused() => Assert.Throws<ArgumentException>(() => WithName("a") with { Name = "../b" });

    private static RegistryRepository WithRegistry(string registry) => new() { Registry = registry, Name = "a" };

    private static RegistryRepository WithName(string name) => new() { Registry = "a", Name = name };
}
