using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class HostGlobTests
{
    [Theory]
    [InlineData("*.example.com", true)]
    [InlineData("reg?.example.com", true)]
    [InlineData("quay.io", false)]
    public void IsPattern_AnyHost_IsTrueWithAWildcard(string host, bool expected) =>
        Assert.Equal(expected, HostGlob.IsPattern(host));

    [Theory]
    [InlineData("*.example.com", "a.example.com", true)]
    [InlineData("*.example.com", "a.b.example.com", false)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "a.example.org", false)]
    [InlineData("*.*.io", "a.b.io", true)]
    [InlineData("reg?.io", "reg1.io", true)]
    [InlineData("reg?.io", "reg.io", false)]
    [InlineData("*.io:5000", "a.io:5000", true)]
    [InlineData("*.io:5000", "a.io.5000", false)]
    [InlineData("*.io:5000", "a.io", false)]
    [InlineData("*.io", "a.io:5000", false)]
    [InlineData("*", "a", true)]
    [InlineData("*.a", ".a", true)]
    public void Matches_Pattern_HasAsManyLabelsAsTheHost(string pattern, string host, bool expected) =>
        Assert.Equal(expected, HostGlob.Matches(pattern, host));
}
