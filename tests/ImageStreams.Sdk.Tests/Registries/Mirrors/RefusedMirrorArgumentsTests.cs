using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class RefusedMirrorArgumentsTests
{
    public static TheoryData<string, Action> Calls => new()
    {
        { "rules", static () => _ = new RegistryPolicy(null!) },
        { "repository", static () => new RegistryPolicy(RegistryRules.None).GetPullSources(null!, "1") },
        { "repository", static () => new RegistryPolicy(RegistryRules.None).GetTagListPullSources(null!) },
        { "objects", static () => RegistryRules.From(null!) },
        { "others", static () => RegistryRules.None.Combine(null!) },
        { "s", static () => RegistryScope.Parse(null!) },
        { "repository", static () => RegistryScope.Parse("quay.io").Contains(null!) },
        { "value", static () => _ = new RegistryMirror { Location = null! } },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_Null_IsRefusedByName(string parameter, Action call) =>
        Assert.Throws<ArgumentNullException>(parameter, call);

    [Fact]
    public void Location_Wildcard_IsRefused()
    {
        var e = Assert.Throws<ArgumentException>(() => new RegistryMirror { Location = RegistryScope.Parse("*.example.com") });

        Assert.StartsWith("A mirror is one location, not a wildcard.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_Null_IsFalse() => Assert.False(RegistryScope.TryParse(null, out _));

    [Theory]
    [InlineData("quay.io:443", "quay.io")]
    [InlineData("quay.io:5000", "quay.io:5000")]
    [InlineData("quay.io", "quay.io")]
    public void WithoutDefaultPort_Host_LosesOnlyThatPort(string host, string expected) =>
        Assert.Equal(expected, RegistryScope.WithoutDefaultPort(host));
}
