using Microsoft.AspNetCore.Http;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A reverse proxy in front of a registry, over plain HTTP, that injects the faults of registries and networks
/// days.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly HttpClient _registry;
    private readonly Func<ProxiedRequest, ProxyFault?> _plan;
    private LoopbackHost _host = null!;
    private int _inProgress;

    private FaultyProxy(Uri registry, Func<ProxiedRequest, ProxyFault?> plan)
    {
        _registry = new HttpClient { BaseAddress = registry };
        _plan = plan;
    }

    public Uri Address => _host.Address;

    /// <summary>The host and port for image references.</summary>
    public string Host => Address.Authority;

    /// <summary>The requests that are being answered now.</summary>
    public int InProgress => Volatile.Read(ref _inProgress);

    /// <summary>Starts a proxy.</summary>
    /// <param name="registry">The base address of the registry behind it.</param>
    /// <param name="plan">Returns the fault of a request; <see langword="null"/> for none.</param>
    public static async Task<FaultyProxy> StartAsync(Uri registry, Func<ProxiedRequest, ProxyFault?> plan)
    {
        var proxy = new FaultyProxy(registry, plan);
        proxy._host = await LoopbackHost.StartAsync(proxy.HandleAsync);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _registry.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _inProgress);
        try
        {
            var exchange = new ProxyExchange(context, _registry);
            var fault = _plan(ProxiedRequest.FromRequest(context.Request));
            await (fault?.AnswerAsync(exchange) ?? exchange.PassAsync());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // the client gave up, as some faults require
        }
        finally
        {
            Interlocked.Decrement(ref _inProgress);
        }
    }
}
