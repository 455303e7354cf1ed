using System.Net;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>A source of handlers over sockets: pools of connections with verified certificates and without, and more for each
/// host with options of its own.</summary>
/// <remarks>Checks the addresses of hosts after their names were resolved; see <see cref="PrivateAddressAccess"/>.</remarks>
public sealed class SocketsRegistryHandlerSource : IRegistryHandlerSource, IAddressGuard, IDisposable
{
    private readonly ZoneTable _zones = new();
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private volatile RegistryHandlerPools _pools;

    /// <summary>Creates the pools; connections are made on demand.</summary>
    /// <param name="options">The certificates, proxies and limits, or null for the defaults; copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SocketsRegistryHandlerSource(RegistryTransportOptions? options = null)
        : this(options, static (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken))
    {
    }

    /// <summary>Creates the pools with a resolver of names.</summary>
    internal SocketsRegistryHandlerSource(
        RegistryTransportOptions? options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _resolve = resolve;
        _pools = CreatePools(options ?? new RegistryTransportOptions());
    }

    /// <summary>Exchanges the options: requests from now on use new connections.</summary>
    /// <remarks>Requests that run keep their connections, which close when they are no longer used.</remarks>
    /// <param name="options">The certificates, proxies and limits; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Renew(RegistryTransportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _pools = CreatePools(options);
    }

    /// <inheritdoc/>
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return _pools.FindPair(RegistryHandlerSettings.NormalizeHost(endpoint.Host)).For(endpoint.Transport, _zones.GetReach(endpoint));
    }

    /// <inheritdoc/>
    AddressZone IAddressGuard.GetReach(RegistryEndpoint endpoint) => _zones.GetReach(endpoint);

    /// <summary>Closes the connections; requests under way fail.</summary>
    public void Dispose() => _pools.Dispose();

    private RegistryHandlerPools CreatePools(RegistryTransportOptions options)
    {
        OptionsErrors.ThrowIfAny(options);
        return new RegistryHandlerPools(options, _zones, _resolve);
    }
}
