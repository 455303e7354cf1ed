using ImageStreams.Registries;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ImageStreams.Tests.Registries;

/// <summary>Own certificate authorities, client certificates, and verification that is off for named hosts.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task GetManifest_AuthorityOfAllHosts_IsTrusted()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        var manifest = await GetAsync(server, options => options.GetCertificateAuthorities = () => [_authority.Certificate]);

        Assert.Equal(RegistryTransport.Https, manifest.Source.Transport);
    }

    [Fact]
    public async Task GetManifest_AuthorityOfThisHost_IsTrusted()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        Assert.NotNull(await GetAsync(server, options => Trust(options, server)));
    }

    [Fact]
    public async Task GetManifest_AuthorityOfAnotherHost_IsNotTrusted()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        await AssertTlsFailureAsync(
            server, options => options.ForHost("other.example").GetCertificateAuthorities = () => [_authority.Certificate]);
    }

    [Fact]
    public async Task GetManifest_AnotherAuthority_IsNotTrusted()
    {
        using var other = new TestAuthority();
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        await AssertTlsFailureAsync(server, options => options.GetCertificateAuthorities = () => [other.Certificate]);
    }

    [Fact]
    public async Task GetManifest_CertificateForAnotherName_IsNotTrusted()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer("other.example"));

        await AssertTlsFailureAsync(server, options => Trust(options, server));
    }

    [Fact]
    public async Task GetManifest_IntermediateThatTheServerSends_IsTrusted()
    {
        var intermediate = _authority.CreateIntermediate();
        await using var server = await ProbeServer.StartAsync(
            intermediate.CreateServer(), https => https.ServerCertificateChain = [intermediate.Certificate]);

        Assert.NotNull(await GetAsync(server, options => Trust(options, server)));
    }

    [Fact]
    public async Task GetManifest_UnknownIntermediate_IsNotTrusted()
    {
        var intermediate = _authority.CreateIntermediate();
        await using var server = await ProbeServer.StartAsync(intermediate.CreateServer());

        await AssertTlsFailureAsync(server, options => Trust(options, server));
    }

    [Fact]
    public async Task GetManifest_InsecureRepository_NeedsNoAuthority()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer("other.example"));

        var manifest = await GetAsync(server, static _ => { }, insecure: true);

        Assert.Equal(RegistryTransport.HttpsUnverified, manifest.Source.Transport);
    }

    [Fact]
    public async Task GetManifest_InsecureOnce_StillVerifiesOthers()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());
        using var client = new HttpRegistryClient(new RegistryClientOptions { MaxAttempts = 1 });
        await client.GetManifestAsync(server.Repository with { Insecure = true }, "1");

        var fault = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(server.Repository, "1"));

        Assert.Equal(RegistryFailure.Tls, fault.Reason);
    }

    [Fact]
    public async Task GetManifest_ServerRequiresCertificate_GetsTheOneOfItsHost()
    {
        var mine = _authority.CreateClient();
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer(), WantCertificate);

        await GetAsync(server, options =>
        {
            Trust(options, server);
            options.ForHost(server.Host).GetClientCertificate = () => mine;
        });

        Assert.Equal(mine.Thumbprint, Assert.Single(server.Requests).ClientCertificate);
    }

    [Fact]
    public async Task GetManifest_CertificateForAnotherHost_IsNotShown()
    {
        var mine = _authority.CreateClient();
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer(), AllowCertificate);

        await GetAsync(server, options =>
        {
            Trust(options, server);
            options.ForHost("other.example").GetClientCertificate = () => mine;
        });

        Assert.Null(Assert.Single(server.Requests).ClientCertificate);
    }

    /// <summary>By TLS 1.3 the client learns of it after its handshake, as a connection that is closed.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task GetManifest_ServerRequiresMissingCertificate_IsUnreachable(int version)
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer(), WantCertificate);
        using var handlers = Handlers(options => Trust(options, server));
        using var client = new HttpRegistryClient(OptionsFor(version), handlers: handlers);

        var fault = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(server.Repository, "1"));

        Assert.Equal(RegistryFailure.Unreachable, fault.Reason);
    }

    [Theory]
    [InlineData(2, "HTTP/2")]
    [InlineData(1, "HTTP/1.1")]
    public async Task GetManifest_ServerOffersHttp2_UsesItUnlessConfiguredOtherwise(int version, string protocol)
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());
        using var handlers = Handlers(options => Trust(options, server));
        using var client = new HttpRegistryClient(OptionsFor(version), handlers: handlers);

        await client.GetManifestAsync(server.Repository, "1");

        Assert.Equal(protocol, Assert.Single(server.Requests).Protocol);
    }

    private static void WantCertificate(HttpsConnectionAdapterOptions https)
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.AllowAnyClientCertificate();
    }

    private static void AllowCertificate(HttpsConnectionAdapterOptions https)
    {
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    }

    private static RegistryClientOptions OptionsFor(int version) => version == 2
        ? new RegistryClientOptions { MaxAttempts = 1 }
        : new RegistryClientOptions { MaxAttempts = 1, HttpVersion = new Version(1, 1) };

    private void Trust(RegistryTransportOptions options, ProbeServer server) =>
        options.ForHost(server.Host).GetCertificateAuthorities = () => [_authority.Certificate];

    private static SocketsRegistryHandlerSource Handlers(Action<RegistryTransportOptions> configure)
    {
        var options = new RegistryTransportOptions();
        configure(options);
        return new SocketsRegistryHandlerSource(options);
    }

    private static async Task AssertTlsFailureAsync(ProbeServer server, Action<RegistryTransportOptions> configure)
    {
        var fault = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server, configure));
        Assert.Equal((RegistryFailure.Tls, false), (fault.Reason, fault.IsTransient));
        Assert.Empty(server.Requests);
    }

    private static async Task<RegistryManifest> GetAsync(
        ProbeServer server, Action<RegistryTransportOptions> configure, bool insecure = false)
    {
        using var handlers = Handlers(configure);
        using var client = new HttpRegistryClient(new RegistryClientOptions { MaxAttempts = 1 }, handlers: handlers);
        return await client.GetManifestAsync(server.Repository with { Insecure = insecure }, "1");
    }
}
