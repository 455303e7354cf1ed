using System.Net;
using ImageStreams.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The status page on a real server on 127.0.0.1, over streams in memory and a registry in memory.</summary>
internal sealed class StatusServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StatusServer(StatusRig rig, int port, string? pathBase, string prefix, Action<StatusPageOptions>? configure)
    {
        Rig = rig;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        rig.Register(builder.Services);
        _application = builder.Build();
        if (pathBase is not null)
        {
            _application.UsePathBase(pathBase);
        }

        _application.UseRouting();
        _application.MapImageStreamStatus(prefix, options =>
        {
            options.RefreshInterval = TimeSpan.FromMilliseconds(100);
            configure?.Invoke(options);
        });
    }

    public StatusRig Rig { get; }

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<StatusServer> StartAsync(
        StatusRig? rig = null, int port = 0, string? pathBase = null, string prefix = "/", Action<StatusPageOptions>? configure = null)
    {
        var server = new StatusServer(rig ?? new StatusRig(), port, pathBase, prefix, configure);
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
