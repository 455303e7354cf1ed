using System.Net;
using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using k8s;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Recordings;

/// <summary>A client that reaches the engine of a replay as a cluster: over HTTP.</summary>
internal sealed class ConnectedClient : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ClusterConnection _connection;

    private ConnectedClient(WebApplication application)
    {
        _application = application;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _connection = ClusterConnection.FromConfiguration(new KubernetesClientConfiguration { Host = addresses.Single() });
        Client = new KubernetesImageStreamClient(_connection);
    }

    public IImageStreamClient Client { get; }

    /// <summary>Serves an engine on 127.0.0.1 and connects to it.</summary>
    public static async Task<ConnectedClient> StartAsync(ReplayedCluster cluster)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(cluster.Client).AddSingleton(cluster.Clock);
        var application = builder.Build();
        application.UseRouting();
        application.MapImageStreamApi();
        await application.StartAsync();
        return new ConnectedClient(application);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
