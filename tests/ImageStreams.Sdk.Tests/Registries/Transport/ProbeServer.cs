using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Registries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Registries;

/// <summary>Answers every request with the same manifest, and records its connections.</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private static readonly byte[] Manifest = "{\"schemaVersion\":2}"u8.ToArray();
    private readonly WebApplication _application;

    private ProbeServer(WebApplication application, ConcurrentQueue<ProbedRequest> requests)
    {
        (_application, Requests) = (application, requests);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses!.Addresses.Single());
    }

    public Uri Address { get; }

    public string Host => Address.Authority;

    public RegistryRepository Repository => new() { Registry = Host, Name = "team/app" };

    /// <summary>The requests, in no order that tests could rely on.</summary>
    public ConcurrentQueue<ProbedRequest> Requests { get; }

    public static Task<ProbeServer> StartAsync() => StartAsync(static _ => { }, certificate: null);

    /// <summary>Starts a server over TLS.</summary>
    /// <param name="certificate">The certificate that it shows.</param>
    /// <param name="configure">Configures the connection further.</param>
    public static Task<ProbeServer> StartAsync(
        X509Certificate2 certificate, Action<HttpsConnectionAdapterOptions>? configure = null) =>
        StartAsync(configure ?? (static _ => { }), certificate);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task<ProbeServer> StartAsync(
        Action<HttpsConnectionAdapterOptions> configure, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificate;
                    configure(https);
                });
            }
        }));
        var application = builder.Build();
        var requests = new ConcurrentQueue<ProbedRequest>();
        application.Run(context => AnswerAsync(context, requests));
        await application.StartAsync();
        return new ProbeServer(application, requests);
    }

    private static async Task AnswerAsync(HttpContext context, ConcurrentQueue<ProbedRequest> requests)
    {
        requests.Enqueue(new ProbedRequest(
            context.Request.Protocol,
            context.Connection.Id,
            context.Connection.ClientCertificate?.Thumbprint,
            context.Request.Host.Value ?? ""));
        context.Response.StatusCode = HttpMethods.IsConnect(context.Request.Method) ? 405 : 200;
        context.Response.ContentType = MediaTypes.DockerSchema2;
        context.Response.ContentLength = Manifest.Length;
        await context.Response.Body.WriteAsync(Manifest);
    }
}
