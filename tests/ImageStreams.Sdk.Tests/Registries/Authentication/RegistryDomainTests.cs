using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryDomainTests
{
    [Theory]
    [InlineData("registry.corp.example", "registry.corp.example")]
    [InlineData("registry.corp.example", "REGISTRY.corp.example.")]
    [InlineData("registry.corp.example.", "registry.corp.example")]
    [InlineData("registry.corp.example", "a.b.registry.corp.example")]
    [InlineData("registry.corp.example", "corp.example")]
    [InlineData("registry.corp.example", "auth.corp.example")]
    [InlineData("corp.example", "auth.corp.example")]
    [InlineData("localhost", "localhost")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    public void Includes_HostOfTheOwner_IsIn(string registry, string host) => Assert.True(RegistryDomain.Includes(registry, host));

    [Theory]
    [InlineData("corp.example", "example")]
    [InlineData("corp.example", "other.example")]
    [InlineData("registry.corp.example", "evilcorp.example")]
    [InlineData("registry.corp.example", "xregistry.corp.example.net")]
    [InlineData("registry.corp.example", "example")]
    [InlineData("registry", "auth.registry")]
    [InlineData("10.0.0.1", "0.0.1")]
    [InlineData("10.0.0.1", "a.10.0.0.1")]
    [InlineData("10.0.0.1", "9.0.0.1")]
    [InlineData("a.github.io", "b.github.io")]
    [InlineData("a.co.uk", "co.uk")]
    public void Includes_HostOfSomebodyElse_IsOut(string registry, string host) => Assert.False(RegistryDomain.Includes(registry, host));
}
