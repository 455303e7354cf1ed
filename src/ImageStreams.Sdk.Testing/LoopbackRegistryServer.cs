using System.Net;
using ImageStreams.Testing.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Testing;

/// <summary>Serves an <see cref="InMemoryRegistry"/> over real HTTP on a free port of 127.0.0.1.</summary>
/// <remarks>Container tools can push to it and pull from it. Dispose of it to free the port.</remarks>
public sealed class LoopbackRegistryServer : IAsyncDisposable
{
    private const long MaxUpload = 1L << 30;
    private readonly WebApplication _application;

    private LoopbackRegistryServer(WebApplication application, InMemoryRegistry registry)
    {
        _application = application;
        Registry = registry;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses!.Addresses.Single());
    }

    /// <summary>The registry that is served.</summary>
    public InMemoryRegistry Registry { get; }

    /// <summary>The base address, such as <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The host and port for image references, such as <c>127.0.0.1:34567</c>.</summary>
    public string Host => Address.Authority;

    /// <summary>Starts a server over plain HTTP.</summary>
    /// <param name="registry">The registry to serve; a new one when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<LoopbackRegistryServer> StartAsync(
        InMemoryRegistry? registry = null, CancellationToken cancellationToken = default) =>
        StartAsync(registry, static _ => { }, cancellationToken);

    /// <summary>Starts a server over HTTPS with a certificate that nobody trusts.</summary>
    /// <param name="registry">The registry to serve; a new one when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<LoopbackRegistryServer> StartWithUntrustedTlsAsync(
        InMemoryRegistry? registry = null, CancellationToken cancellationToken = default) =>
        StartAsync(registry, static listen => listen.UseHttps(SelfSignedCertificate.Create()), cancellationToken);

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<LoopbackRegistryServer> StartAsync(
        InMemoryRegistry? registry, Action<ListenOptions> listen, CancellationToken cancellationToken)
    {
        registry ??= new InMemoryRegistry();
        // Neither settings files nor variables of the machine are read: they could bind other addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxUpload;
            kestrel.Listen(IPAddress.Loopback, 0, listen);
        });
        var application = builder.Build();
        var transport = new KestrelTransport(registry.Protocol);
        application.Run(transport.HandleAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new LoopbackRegistryServer(application, registry);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
