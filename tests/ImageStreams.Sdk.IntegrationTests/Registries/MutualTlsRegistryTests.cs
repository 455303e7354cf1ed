using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Tests.Registries;

namespace ImageStreams.IntegrationTests.Registries;

public sealed class MutualTlsRegistryTests(MutualTlsRegistryFixture registry) : IClassFixture<MutualTlsRegistryFixture>
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("mutual");

    /// <summary>With TLS 1.3, a server rejects a client after the handshake. Over HTTP/2, the rejection may be lost at the
    /// start of the connection, and the client then sees a broken connection.</summary>
    private static RegistryClientOptions OverHttp1 => new() { HttpVersion = System.Net.HttpVersion.Version11 };

    private RegistryRepository Repository => new() { Registry = registry.Host, Name = "mutual/app" };

    [RegistryFact]
    public async Task GetManifest_ClientCertificate_IsShown()
    {
        await registry.PushAsync("mutual/app:1", Image);
        using var handlers = registry.Trusting(registry.ClientCertificate);
        using var client = new HttpRegistryClient(handlers: handlers);

        var manifest = await client.GetManifestAsync(Repository, "1");

        Assert.Equal((Image.Digest, RegistryTransport.Https), (manifest.Digest, manifest.Source.Transport));
    }

    [RegistryFact]
    public async Task GetManifest_NoClientCertificate_IsATlsFailure()
    {
        using var handlers = registry.Trusting();
        using var client = new HttpRegistryClient(OverHttp1, handlers: handlers);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal((RegistryFailure.Tls, false), (exception.Reason, exception.IsTransient));
    }

    [RegistryFact]
    public async Task GetManifest_ClientCertificateOfAnotherAuthority_IsATlsFailure()
    {
        using var other = new TestAuthority();
        var certificate = other.CreateClient();
        using var handlers = registry.Trusting(certificate);
        using var client = new HttpRegistryClient(OverHttp1, handlers: handlers);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal((RegistryFailure.Tls, false), (exception.Reason, exception.IsTransient));
    }
}
