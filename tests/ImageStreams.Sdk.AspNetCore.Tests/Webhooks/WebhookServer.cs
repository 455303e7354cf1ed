using System.Net;
using System.Text;
using System.Threading.Channels;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Webhooks on a real server on 127.0.0.1, whose moves are kept.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    public const string Secret = "a-secret-of-these-tests";

    private readonly WebApplication _application;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Channel<string> _moves = Channel.CreateUnbounded<string>();

    private WebhookServer(Action<RegistryWebhookOptions> configure, TimeProvider? timeProvider, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(timeProvider ?? TimeProvider.System);
        services?.Invoke(builder.Services);
        builder.Logging.AddProvider(Log).AddFilter(static (category, _) => category?.StartsWith("ImageStreams", StringComparison.Ordinal) == true);
        _application = builder.Build();
        _application.UseRouting();
        _application.MapRegistryWebhooks("/hooks", options =>
        {
            options.Moved = move => _moves.Writer.TryWrite(move.ToString()) ? 1 : 0;
            configure(options);
        });
    }

    public CapturedLog Log { get; } = new();

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts a server with the senders that are added.</summary>
    public static async Task<WebhookServer> StartAsync(
        Action<RegistryWebhookOptions> configure, TimeProvider? timeProvider = null, Action<IServiceCollection>? services = null)
    {
        var server = new WebhookServer(configure, timeProvider, services);
        await server._application.StartAsync();
        return server;
    }

    /// <summary>Starts a server with one sender, <c>a</c>.</summary>
    public static Task<WebhookServer> StartAsync(
        NotificationFormat format, Action<RegistryWebhookSender>? configure = null, TimeProvider? timeProvider = null) =>
        StartAsync(options => options.Add("a", format, Secret, configure), timeProvider);

    public Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    /// <summary>Waits for the next move that the schedule would get.</summary>
    public async Task<string> GetMoveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await _moves.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The number of moves that nobody has waited for.</summary>
    public int PendingMoves => _moves.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
