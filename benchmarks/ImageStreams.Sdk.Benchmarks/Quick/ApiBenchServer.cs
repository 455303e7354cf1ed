using System.Net;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The served API and the smallest possible one, in one application.</summary>
public sealed class ApiBenchServer
{
    public const string Streams = "/apis/image.openshift.io/v1/namespaces/bench/imagestreams";
    public const string Plain = "/plain";

    private readonly EmbeddedImageStreamClient _engine;
    private readonly int _port;
    private readonly byte[] _watchBuffer = new byte[64 * 1024];

    private ApiBenchServer(EmbeddedImageStreamClient engine)
    {
        _engine = engine;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IImageStreamClient>(engine);
        var application = builder.Build();
        application.UseRouting();
        application.MapImageStreamApi(options => options.MaxWatchesPerClient = 100_000);
        application.MapGet(Plain, SendAsync);
        application.MapPut(Plain, TakeAsync);
        application.StartAsync().GetAwaiter().GetResult();
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _port = new Uri(addresses.Single()).Port;
    }

    /// <summary>The body that the smallest API returns.</summary>
    public ReadOnlyMemory<byte> PlainBody { get; set; }

    /// <summary>Starts a server over an engine with streams.</summary>
    public static ApiBenchServer Start(int streams, int tags)
    {
        var engine = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(new() { WatchHistory = 1 << 12 }));
        var stream = NewStreams.Generate(tags);
        for (var i = 0; i < streams; i++)
        {
            var name = streams == 1 ? "stream" : $"stream{i}";
            engine.Streams.CreateAsync(stream with { Metadata = new() { Namespace = "bench", Name = name } }).GetAwaiter().GetResult();
        }

        return new ApiBenchServer(engine);
    }

    public ApiBenchSocket Connect() => new(_port, new byte[16 * 1024]);

    /// <summary>Begins watches, each on a connection of its own.</summary>
    public ApiBenchSocket[] Watch(int count) => [.. Enumerable.Range(0, count).Select(_ => Watch())];

    public ImageStream Read() => _engine.Streams.GetAsync("bench", "stream").GetAwaiter().GetResult();

    /// <summary>Changes the stream, past the server.</summary>
    public void Annotate(string text) => _engine.Streams
        .PatchAsync("bench", "stream", stream => stream with { Metadata = stream.Metadata with { Labels = [new("n", text)] } })
        .GetAwaiter()
        .GetResult();

    private ApiBenchSocket Watch()
    {
        var socket = new ApiBenchSocket(_port, _watchBuffer);
        socket.Watch(Streams + "?watch=true");
        return socket;
    }

    private async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = PlainBody.Length;
        await context.Response.BodyWriter.WriteAsync(PlainBody, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        await SendAsync(context).ConfigureAwait(false);
    }
}
