using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryScopeTests
{
    [Theory]
    [InlineData("quay.io")]
    [InlineData("quay.io/team")]
    [InlineData("quay.io:8443/team/app")]
    [InlineData("*.example.com")]
    [InlineData("[::1]:5000/app")]
    public void Parse_AScope_ReadsBack(string text) => Assert.Equal(text, RegistryScope.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*.example.com:5000")]
    [InlineData("*.example.com/team")]
    [InlineData("a.*.example.com")]
    [InlineData("quay.io/")]
    [InlineData("quay.io/Team")]
    [InlineData("quay.io/app:tag")]
    [InlineData("https://quay.io")]
    [InlineData("-92</asfg")]
    public void Parse_NoScope_IsRefused(string text)
    {
        Assert.False(RegistryScope.TryParse(text, out _));
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => RegistryScope.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quay.io", "quay.io/team/app", true)]
    [InlineData("QUAY.io", "quay.io/team/app", true)]
    [InlineData("quay.io/team", "quay.io/team/app", true)]
    [InlineData("quay.io/team/app", "quay.io/team/app", true)]
    [InlineData("quay.io/team", "quay.io/teams/app", false)]
    [InlineData("quay.io", "quay.io:8443/team/app", false)]
    [InlineData("quay.io:8443", "quay.io/team/app", false)]
    [InlineData("*.example.com", "a.example.com/app", true)]
    [InlineData("*.example.com", "a.b.example.com:5000/app", true)]
    [InlineData("*.example.com", "example.com/app", false)]
    [InlineData("*.example.com", "anexample.com/app", false)]
    [InlineData("*.example.com", "quay.io/a.example.com/app", false)]
    [InlineData("index.docker.io/library", "docker.io/library/python", true)]
    [InlineData("docker.io", "registry-1.docker.io/library/python", true)]
    public void Contains_ARepository_WhenItLiesBelow(string scope, string repository, bool expected) =>
        Assert.Equal(expected, RegistryScope.Parse(scope).Contains(PullSources.Repository(repository)));
}
