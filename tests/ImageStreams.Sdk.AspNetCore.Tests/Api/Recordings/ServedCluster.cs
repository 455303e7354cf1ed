using System.Net;
using ImageStreams.Tests.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The engine of a replay, served on 127.0.0.1 beside the kinds of a fake cluster.</summary>
internal sealed class ServedCluster : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServedCluster(ReplayedCluster cluster, RecordedAccess access)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddSingleton(cluster.Store).AddSingleton(cluster.Client).AddSingleton(cluster.Clock);
        builder.Services.AddImageStreams().AddClusterObjects();
        _application = builder.Build();
        _application.UseRouting();
        _application.MapImageStreamApi(api =>
        {
            api.AnswersEveryPath = true;
            access.Configure(api);
        });
    }

    /// <summary>The address without a path.</summary>
    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static async Task<ServedCluster> StartAsync(ReplayedCluster cluster, RecordedAccess access)
    {
        var served = new ServedCluster(cluster, access);
        await served._application.StartAsync();
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
