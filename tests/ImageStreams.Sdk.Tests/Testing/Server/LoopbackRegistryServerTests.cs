using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Registries;

namespace ImageStreams.Tests.Testing;

public sealed class LoopbackRegistryServerTests : IDisposable
{
    private readonly InMemoryRegistry _registry = new();
    private readonly TestAuthority _authority = new();

    public LoopbackRegistryServerTests() => _registry.Push("team/app:1.0", SyntheticImage.Create("app"));

    public void Dispose()
    {
        _authority.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task StartAsync_CertificateOfOwnAuthority_IsAcceptedByAClientThatTrustsIt()
    {
        await using var server = await StartWithTlsAsync();
        var transport = new RegistryTransportOptions();
        transport.GetCertificateAuthorities = () => [_authority.Certificate];
        using var handlers = new SocketsRegistryHandlerSource(transport);
        using var client = new HttpRegistryClient(handlers: handlers);

        var manifest = await client.GetManifestAsync(GetRepository(server), "1.0");

        Assert.Equal(RegistryTransport.Https, manifest.Source.Transport);
        Assert.Equal(Uri.UriSchemeHttps, server.Address.Scheme);
    }

    [Fact]
    public async Task StartAsync_CertificateOfOwnAuthority_IsRejectedByOtherClients()
    {
        await using var server = await StartWithTlsAsync();
        using var client = new HttpRegistryClient(new RegistryClientOptions { MaxAttempts = 1 });

        var error = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(GetRepository(server), "1.0"));

        Assert.Equal(RegistryFailure.Tls, error.Reason);
    }

    [Fact]
    public async Task StartAsync_Port_ListensThere()
    {
        var port = FindFreePort();
        await using var server = await LoopbackRegistryServer.StartAsync(_registry, new() { Port = port });
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/v2/team/app/manifests/1.0"));

        Assert.Equal($"127.0.0.1:{port}", server.Host);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task StartAsync_PortInUse_Throws()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);

        var error = await Assert.ThrowsAsync<IOException>(
            () => LoopbackRegistryServer.StartAsync(_registry, new() { Port = server.Address.Port }));

        Assert.Contains("address already in use", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public Task StartAsync_PortOutOfRange_Throws(int port) => Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => LoopbackRegistryServer.StartAsync(_registry, new() { Port = port }));

    [Fact]
    public async Task StartAsync_CertificateWithoutPrivateKey_Throws()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(_authority.CreateServer().Export(X509ContentType.Cert));

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => LoopbackRegistryServer.StartAsync(_registry, new() { Certificate = certificate }));

        Assert.StartsWith("The certificate of a server must have its private key.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/v2/", HttpStatusCode.OK)]
    [InlineData("GET", "/v2/team/app/manifests/2.0", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v2/team/app/tags/list?n=1", HttpStatusCode.OK)]
    [InlineData("GET", "/elsewhere", HttpStatusCode.NotFound)]
    public async Task HandleAsync_Request_GetsTheResponseOfTheRegistry(string method, string path, HttpStatusCode status)
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Address, path));

        using var response = await http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(path, _registry.Requests[^1].ToString().Split(' ')[1]);
    }

    [Fact]
    public async Task HandleAsync_Head_HasTheLengthAndNoBody()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(server.Address, "/v2/team/app/manifests/1.0"));

        using var response = await http.SendAsync(request);

        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static RegistryRepository GetRepository(LoopbackRegistryServer server) =>
        new() { Registry = server.Host, Name = "team/app" };

    private Task<LoopbackRegistryServer> StartWithTlsAsync() =>
        LoopbackRegistryServer.StartAsync(_registry, new() { Certificate = _authority.CreateServer() });
}
