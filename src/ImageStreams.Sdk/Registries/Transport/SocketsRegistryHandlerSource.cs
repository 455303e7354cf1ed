using System.Collections.Frozen;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>A source of handlers over sockets: one pool of connections with verified certificates and one without, and two
/// more for each host with options of its own.</summary>
public sealed class SocketsRegistryHandlerSource : IRegistryHandlerSource, IDisposable
{
    private readonly RegistryHandlerPair _others;
    private readonly FrozenDictionary<string, RegistryHandlerPair> _hosts;

    /// <summary>Creates the pools; connections are made on demand.</summary>
    /// <param name="options">The certificates, proxies and limits, or null for the defaults; copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SocketsRegistryHandlerSource(RegistryTransportOptions? options = null)
    {
        options ??= new RegistryTransportOptions();
        OptionsErrors.ThrowIfAny(options);
        _others = new RegistryHandlerPair(new RegistryHandlerSettings(options, new RegistryHostOptions()));
        _hosts = options.Hosts
            .DistinctBy(static host => RegistryHandlerSettings.NormalizeHost(host.Host))
            .ToFrozenDictionary(
                static host => RegistryHandlerSettings.NormalizeHost(host.Host),
                host => new RegistryHandlerPair(new RegistryHandlerSettings(options, host)),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public HttpMessageHandler GetHandler(RegistryEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return _hosts.GetValueOrDefault(endpoint.Host, _others).For(endpoint.Transport);
    }

    /// <summary>Closes the connections; requests under way fail.</summary>
    public void Dispose()
    {
        _others.Dispose();
        foreach (var pair in _hosts.Values)
        {
            pair.Dispose();
        }
    }
}
