using System.Net;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.DependencyInjection;

public sealed class UseHttpClientFactoryTests : IAsyncLifetime
{
    private LoopbackRegistryServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackRegistryServer.StartAsync();
        _server.Registry.Push("team/app:1", SyntheticImage.Create());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task UseHttpClientFactory_HandlerOfTheUsers_SeesEachRequestAndItsEndpoint()
    {
        var seen = new List<RegistryEndpoint>();
        await using var provider = Build(1, client => client.AddHttpMessageHandler(() => new Watcher(seen)));

        await ResolveAsync(provider);

        Assert.Equal(
            [RegistryTransport.HttpsUnverified, RegistryTransport.Http], seen.Select(endpoint => endpoint.Transport));
        Assert.All(seen, endpoint => Assert.Equal(_server.Host, endpoint.Host));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task UseHttpClientFactory_RegistryFails_IsRetriedByTheClientAlone(int maxAttempts, int requests)
    {
        // HEAD once, then as many attempts of GET.
        var seen = new List<RegistryEndpoint>();
        await using var provider = Build(maxAttempts, client => client.AddHttpMessageHandler(() => new Watcher(seen)));
        using var fault = _server.Registry.FailUntilDisposed(
            new RegistryFault.Status { Code = HttpStatusCode.ServiceUnavailable });

        await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(provider));

        Assert.Equal(requests, seen.Count(endpoint => endpoint.Transport == RegistryTransport.Http));
        Assert.Equal(requests, _server.Registry.Requests.Count);
    }

    [Fact]
    public async Task UseHttpClientFactory_TransportSettings_AreAtTheEndOfItsPipeline()
    {
        var services = new ServiceCollection();
        services.AddImageStreams(options => options.MaxAttempts = 1)
            .UseHttpClientFactory()
            .ConfigureTransport(options => options.GetProxy = () => new WebProxy("http://127.0.0.1:1/"));
        await using var provider = services.BuildServiceProvider();

        var fault = await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(provider));

        Assert.Equal(RegistryFailure.Unreachable, fault.Reason);
    }

    [Fact]
    public async Task UseHttpClientFactory_Twice_AddsBothSettings()
    {
        var (first, second) = (new List<RegistryEndpoint>(), new List<RegistryEndpoint>());
        var services = new ServiceCollection();
        services.AddImageStreams()
            .UseHttpClientFactory(client => client.AddHttpMessageHandler(() => new Watcher(first)))
            .UseHttpClientFactory(client => client.AddHttpMessageHandler(() => new Watcher(second)));
        await using var provider = services.BuildServiceProvider();

        await ResolveAsync(provider);

        Assert.Equal(first, second);
        Assert.NotEmpty(first);
    }

    [Fact]
    public async Task EndpointHandler_ForeignRequest_IsRefused()
    {
        using var handlers = new SocketsRegistryHandlerSource();
        using var endpoints = new EndpointHandler(handlers);
        using var client = new HttpClient(endpoints);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(_server.Address));
    }

    private static ServiceProvider Build(int maxAttempts, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        services
            .AddImageStreams(options => (options.MaxAttempts, options.RetryDelay) = (maxAttempts, TimeSpan.Zero))
            .UseHttpClientFactory(configure);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private Task<ResolvedManifest> ResolveAsync(IServiceProvider provider) => provider
        .GetRequiredService<IRegistryClient>()
        .ResolveAsync(new RegistryRepository { Registry = _server.Host, Name = "team/app", Insecure = true }, "1");

    private sealed class Watcher(List<RegistryEndpoint> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.True(request.Options.TryGetValue(RegistryEndpoint.RequestKey, out var endpoint));
            seen.Add(endpoint!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
