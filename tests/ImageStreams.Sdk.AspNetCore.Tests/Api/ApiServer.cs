using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The image API on a real server on 127.0.0.1, over a store in memory.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    public const string Streams = "/apis/image.openshift.io/v1/namespaces/shop/imagestreams";

    private readonly WebApplication _application;

    private ApiServer(IImageStreamClient client, Action<ImageApiOptions>? configure, Action<IServiceCollection>? register)
    {
        Client = client;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(client);
        builder.Services.AddSingleton<ILoggerFactory>(new LoggerFactory([Log]));
        register?.Invoke(builder.Services);
        _application = builder.Build();
        _application.UseRouting();
        _application.MapImageStreamApi(configure);
    }

    /// <summary>The engine behind the server.</summary>
    public IImageStreamClient Client { get; }

    public CapturedLog Log { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public static async Task<ApiServer> StartAsync(
        IImageStreamClient? client = null,
        Action<ImageApiOptions>? configure = null,
        Action<IServiceCollection>? register = null,
        Action<EmbeddedImageStreamOptions>? engine = null)
    {
        var options = new EmbeddedImageStreamOptions();
        engine?.Invoke(options);
        var server = new ApiServer(
            client ?? new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), options: options), configure, register);
        await server._application.StartAsync();
        var addresses = server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Http = new HttpClient { BaseAddress = new Uri(addresses.Addresses.Single()) };
        return server;
    }

    /// <summary>Sends a request.</summary>
    public Task<ApiReply> SendAsync(string method, string path, string? body = null, string contentType = "application/json", string accept = "application/json")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return ApiReply.ReadAsync(Http, request);
    }

    public Task<ApiReply> GetAsync(string path, string accept = "application/json") => SendAsync("GET", path, accept: accept);

    /// <summary>Adds a stream to the engine, past the server.</summary>
    public Task<ImageStream> AddAsync(ImageStream stream) =>
        Client.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { ResourceVersion = null } });

    /// <summary>Creates a stream with labels, and returns it.</summary>
    public async Task<JsonObject> CreateAsync(string name, string? label = null)
    {
        var stream = new JsonObject
        {
            ["apiVersion"] = "image.openshift.io/v1",
            ["kind"] = "ImageStream",
            ["metadata"] = new JsonObject { ["name"] = name },
        };
        if (label is not null)
        {
            stream["metadata"]!["labels"] = new JsonObject { ["l"] = label };
        }

        return (await SendAsync("POST", Streams, stream.ToJsonString())).Json;
    }

    /// <summary>Waits for the requests that are being answered, and takes no others.</summary>
    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
