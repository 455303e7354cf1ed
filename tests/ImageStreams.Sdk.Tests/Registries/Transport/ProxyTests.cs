using System.Net;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Proxies and numbers of connections, for all hosts and for one.</summary>
public sealed class ProxyTests
{
    private static readonly Uri Dead = new("http://127.0.0.1:1/");
    private static readonly RegistryRepository Elsewhere =
        new() { Registry = "registry.invalid", Name = "team/app", Insecure = true };

    [Fact]
    public async Task GetManifest_Proxy_IsWhatIsConnectedTo()
    {
        await using var proxy = await ProbeServer.StartAsync();

        var manifest = await GetAsync(Elsewhere, options => options.GetProxy = () => new WebProxy(proxy.Address));

        Assert.Equal(("registry.invalid", RegistryTransport.Http), (manifest.Source.Registry, manifest.Source.Transport));
        Assert.Contains(proxy.Requests, request => request.Host == "registry.invalid");
    }

    [Fact]
    public async Task GetManifest_ProxyOfThisHost_GoesBeforeThatOfAll()
    {
        await using var proxy = await ProbeServer.StartAsync();

        Assert.NotNull(await GetAsync(Elsewhere, options =>
        {
            options.GetProxy = () => new WebProxy(Dead);
            options.ForHost("registry.invalid").GetProxy = () => new WebProxy(proxy.Address);
        }));
    }

    [Fact]
    public async Task GetManifest_NoProxyForThisHost_IsConnectedToDirectly()
    {
        await using var server = await ProbeServer.StartAsync();

        Assert.NotNull(await GetAsync(server.Repository with { Insecure = true }, options =>
        {
            options.GetProxy = () => new WebProxy(Dead);
            options.ForHost(server.Host).UseProxy = false;
        }));
    }

    [Fact]
    public async Task GetManifest_MissingProxy_IsUnreachable()
    {
        var fault = await Assert.ThrowsAsync<RegistryException>(
            () => GetAsync(Elsewhere, options => options.GetProxy = () => new WebProxy(Dead)));

        Assert.Equal((RegistryFailure.Unreachable, true), (fault.Reason, fault.IsTransient));
    }

    [Fact]
    public async Task GetManifest_OneConnectionForThisHost_CarriesAllRequests()
    {
        await using var server = await ProbeServer.StartAsync();
        using var handlers = Handlers(options => options.ForHost(server.Host).MaxConnections = 1);
        using var client = new HttpRegistryClient(handlers: handlers);
        var repository = server.Repository with { Insecure = true };
        await client.GetManifestAsync(repository, "1");   // the client learns that it is plain HTTP
        server.Requests.Clear();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => client.GetManifestAsync(repository, "1")));

        Assert.Equal(32, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Connection).Distinct());
    }

    public static TheoryData<Action<RegistryTransportOptions>> OutOfRange =>
    [
        options => options.MaxConnectionsPerHost = 0,
        options => options.ConnectTimeout = TimeSpan.Zero,
        options => options.ConnectionLifetime = TimeSpan.Zero,
        options => options.IdleTimeout = TimeSpan.Zero,
        options => options.ForHost("quay.io").MaxConnections = 0,
        options => options.ForHost("quay.io").ConnectTimeout = TimeSpan.Zero,
    ];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Create_LimitOutOfRange_IsRefused(Action<RegistryTransportOptions> spoil) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Handlers(spoil));

    [Theory]
    [InlineData("https://quay.io")]
    [InlineData("quay.io/team")]
    [InlineData("")]
    public void ForHost_NoHost_IsRefused(string host) =>
        Assert.Throws<ArgumentException>(() => new RegistryTransportOptions().ForHost(host));

    [Fact]
    public void ForHost_DockerHubByAnyName_IsOneHost()
    {
        var options = new RegistryTransportOptions();

        Assert.Same(options.ForHost("docker.io"), options.ForHost("registry-1.docker.io"));
        Assert.Same(options.ForHost("docker.io"), options.ForHost("Index.docker.io"));
    }

    private static SocketsRegistryHandlerSource Handlers(Action<RegistryTransportOptions> configure)
    {
        var options = new RegistryTransportOptions();
        configure(options);
        return new SocketsRegistryHandlerSource(options);
    }

    private static async Task<RegistryManifest> GetAsync(
        RegistryRepository repository, Action<RegistryTransportOptions> configure)
    {
        using var handlers = Handlers(configure);
        using var client = new HttpRegistryClient(new RegistryClientOptions { MaxAttempts = 1 }, handlers: handlers);
        return await client.GetManifestAsync(repository, "1");
    }
}
