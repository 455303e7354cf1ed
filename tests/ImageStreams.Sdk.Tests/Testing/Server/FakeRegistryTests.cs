using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Testing;

/// <summary>The fake registry takes what a registry takes, and serves TLS that clients can trust.</summary>
public sealed class FakeRegistryTests : IDisposable
{
    private static readonly SyntheticImage Image = SyntheticImage.Create();
    private readonly InMemoryRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Theory]
    [InlineData("Quay.io/Team/App")]
    [InlineData("quay.io/Team/app:1")]
    [InlineData("App")]
    [InlineData("team//app")]
    [InlineData("team/app/")]
    [InlineData("-app")]
    [InlineData("app name")]
    [InlineData("")]
    [InlineData("app@sha256:abc")]
    [InlineData("app:")]
    [InlineData("app:.hidden")]
    [InlineData("app:a b")]
    public void NameThatNoRegistryTakes_IsRefused(string name)
    {
        Assert.ThrowsAny<ArgumentException>(() => _registry.Push(name, Image));
        Assert.ThrowsAny<ArgumentException>(() => _registry.PushManifest(name, MediaTypes.OciManifest, Image.Manifest));
        Assert.ThrowsAny<ArgumentException>(() => _registry.PushBlob(name, Image.Manifest));
        Assert.ThrowsAny<ArgumentException>(() => _registry.MoveTag(name, Image.Digest));
    }

    [Theory]
    [InlineData("Quay.io/team/app:V1.0_x")]
    [InlineData("localhost:5000/a/b__c/d-e.f:1")]
    [InlineData("docker.io/python:3")]
    public void NameThatARegistryTakes_IsTaken(string name) => Assert.Equal(Image.Digest, _registry.Push(name, Image));

    [Fact]
    public async Task HostInUpperCase_IsTheSameHost()
    {
        _registry.Push("Quay.io/team/app:1", Image);

        Assert.Equal(
            Image.Digest,
            (await _registry.ResolveAsync(new() { Registry = "quay.io", Name = "team/app" }, "1")).Descriptor.Digest);
    }

    [Fact]
    public async Task ServerWithTls_IsTrustedByItsAuthority()
    {
        _registry.Push("team/app:1", Image);
        await using var server = await LoopbackRegistryServer.StartAsync(_registry, new() { UseTls = true });
        var transport = new RegistryTransportOptions { GetCertificateAuthorities = () => [server.Authority!] };
        using var handlers = new SocketsRegistryHandlerSource(transport);
        using var client = new HttpRegistryClient(handlers: handlers);

        var found = await client.ResolveAsync(new() { Registry = server.Host, Name = "team/app" }, "1");

        Assert.Equal((Image.Digest, RegistryTransport.Https), (found.Descriptor.Digest, found.Source.Transport));
        Assert.False(server.Authority!.HasPrivateKey);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", server.Authority.ExportCertificatePem(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerWithTlsAndACertificate_IsRefused()
    {
        using var authority = new ImageStreams.Tests.Registries.TestAuthority();
        var options = new LoopbackRegistryServerOptions { UseTls = true, Certificate = authority.CreateServer() };

        await Assert.ThrowsAsync<ArgumentException>(() => LoopbackRegistryServer.StartAsync(_registry, options));
    }
}
