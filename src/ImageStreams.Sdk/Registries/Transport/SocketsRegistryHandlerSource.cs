using System.Collections.Frozen;
using System.Net;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>A source of handlers over sockets: pools of connections with verified certificates and without, and more for each
/// host with options of its own.</summary>
/// <remarks>Checks the addresses of hosts after their names were resolved; see <see cref="PrivateAddressAccess"/>.</remarks>
public sealed class SocketsRegistryHandlerSource : IRegistryHandlerSource, IAddressGuard, IDisposable
{
    private readonly ZoneTable _zones = new();
    private readonly RegistryHandlerPair _others;
    private readonly FrozenDictionary<string, RegistryHandlerPair> _hosts;

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
        options ??= new RegistryTransportOptions();
        OptionsErrors.ThrowIfAny(options);
        _others = new RegistryHandlerPair(new RegistryHandlerSettings(options, new RegistryHostOptions()), _zones, resolve);
        _hosts = options.Hosts
            .DistinctBy(static host => RegistryHandlerSettings.NormalizeHost(host.Host))
            .ToFrozenDictionary(
                static host => RegistryHandlerSettings.NormalizeHost(host.Host),
                host => new RegistryHandlerPair(new RegistryHandlerSettings(options, host), _zones, resolve),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return FindPair(RegistryHandlerSettings.NormalizeHost(endpoint.Host)).For(endpoint.Transport, _zones.GetReach(endpoint));
    }

    /// <inheritdoc/>
    AddressZone IAddressGuard.GetReach(RegistryEndpoint endpoint) => _zones.GetReach(endpoint);

    /// <summary>Closes the connections; requests under way fail.</summary>
    public void Dispose()
    {
        _others.Dispose();
        foreach (var pair in _hosts.Values)
        {
            pair.Dispose();
        }
    }

    /// <summary>Finds the options of a host and port, then those of the host.</summary>
    private RegistryHandlerPair FindPair(string host) =>
        _hosts.GetValueOrDefault(host) ?? _hosts.GetValueOrDefault(RegistryScope.WithoutPort(host)) ?? _others;
}
