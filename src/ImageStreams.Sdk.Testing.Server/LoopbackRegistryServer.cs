using System.Security.Cryptography.X509Certificates;
using ImageStreams.Registries;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Testing.Server;

/// <summary>An <see cref="InMemoryRegistry"/>, served over real HTTP or HTTPS on 127.0.0.1.</summary>
/// <remarks>Container tools can push to it and pull from it. Dispose of it to free the port.</remarks>
/// <example><code>
/// await using var server = await LoopbackRegistryServer.StartAsync();
/// server.Registry.Push("team/app:1.0", SyntheticImage.Create("app"));
/// // skopeo inspect --tls-verify=false docker://{server.Host}/team/app:1.0
/// </code></example>
public sealed class LoopbackRegistryServer : IAsyncDisposable
{
    private const long MaxUpload = 1L << 30;
    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _invoker;
    private readonly LoopbackCertificate? _certificate;
    private X509Certificate2? _untrusted;

    private LoopbackRegistryServer(
        WebApplication application, HttpMessageInvoker invoker, InMemoryRegistry registry, LoopbackCertificate? certificate)
    {
        _application = application;
        _invoker = invoker;
        _certificate = certificate;
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

    /// <summary>The authority of the server's certificate, without its private key; null unless
    /// <see cref="LoopbackRegistryServerOptions.UseTls"/> is set.</summary>
    /// <remarks>A client trusts it through <see cref="RegistryTransportOptions.GetCertificateAuthorities"/>; other tools read the
    /// text of <see cref="X509Certificate2.ExportCertificatePem"/>. Disposed of together with the server.</remarks>
    public X509Certificate2? Authority => _certificate?.Authority;

    /// <summary>Starts a server, on a free port and over plain HTTP unless the options specify otherwise.</summary>
    /// <param name="registry">The registry to serve, or null for a new one.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="LoopbackRegistryServerOptions.Port"/> is out of
    /// range.</exception>
    /// <exception cref="ArgumentException"><see cref="LoopbackRegistryServerOptions.Certificate"/> has no private
    /// key, or is set together with <see cref="LoopbackRegistryServerOptions.UseTls"/>.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LoopbackRegistryServer> StartAsync(
        InMemoryRegistry? registry = null,
        LoopbackRegistryServerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LoopbackRegistryServerOptions();
        options.Validate();
        registry ??= new InMemoryRegistry();
        var certificate = options.UseTls ? LoopbackCertificate.Create() : null;
        var application = CreateApplication(options.Port, certificate?.Server ?? options.Certificate);
        var invoker = new HttpMessageInvoker(registry.CreateHandler());
        application.Run(new KestrelAdapter(invoker).HandleAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new LoopbackRegistryServer(application, invoker, registry, certificate);
        }
        catch
        {
            invoker.Dispose();
            await application.DisposeAsync().ConfigureAwait(false);
            certificate?.Dispose();
            throw;
        }
    }

    /// <summary>Starts a server over HTTPS on a free port, with a certificate that no client trusts.</summary>
    /// <param name="registry">The registry to serve, or null for a new one.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<LoopbackRegistryServer> StartWithUntrustedTlsAsync(
        InMemoryRegistry? registry = null, CancellationToken cancellationToken = default)
    {
        var certificate = SelfSignedCertificate.Create();
        try
        {
            var server = await StartAsync(registry, new() { Certificate = certificate }, cancellationToken).ConfigureAwait(false);
            server._untrusted = certificate;
            return server;
        }
        catch
        {
            certificate.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server. The registry keeps its images.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _invoker.Dispose();
        _certificate?.Dispose();
        _untrusted?.Dispose();
    }

    private static WebApplication CreateApplication(int port, X509Certificate2? certificate)
    {
        // Neither settings files nor variables of the machine are read: they could bind other addresses.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxUpload;
            kestrel.Listen(IPAddress.Loopback, port, listen => UseCertificate(listen, certificate));
        });
        return builder.Build();
    }

    private static void UseCertificate(ListenOptions listen, X509Certificate2? certificate)
    {
        if (certificate is not null)
        {
            listen.UseHttps(certificate);
        }
    }
}
