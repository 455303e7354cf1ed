using System.Collections.Concurrent;
using System.Net;

namespace ImageStreams.Registries;

/// <summary>Handlers with the same settings: with and without verified certificates, and for each reach, because a connection
/// that one request may use must not serve another that may not.</summary>
internal sealed class RegistryHandlerPair(
    RegistryHandlerSettings settings, ZoneTable zones, Func<string, CancellationToken, Task<IPAddress[]>> resolve) : IDisposable
{
    private readonly ConcurrentDictionary<(bool Verifies, AddressZone Reach), Lazy<SocketsHttpHandler>> _handlers = new();
    private volatile bool _isDisposed;

    public HttpMessageHandler For(RegistryTransport transport, AddressZone reach)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var key = (transport != RegistryTransport.HttpsUnverified, reach);
        return _handlers.GetOrAdd(key, static (key, pair) => new(() => pair.Create(key.Verifies, key.Reach)), this).Value;
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var handler in _handlers.Values)
        {
            handler.Value.Dispose();
        }
    }

    private SocketsHttpHandler Create(bool verifies, AddressZone reach) =>
        settings.CreateHandler(verifies, new GuardedConnector(reach, zones, resolve));
}
