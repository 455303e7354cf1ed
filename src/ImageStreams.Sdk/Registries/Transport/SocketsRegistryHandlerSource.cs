using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>Handlers over sockets: one pool of connections with verified certificates and one without, and the same for
/// each host with settings of its own.</summary>
public sealed class SocketsRegistryHandlerSource : IRegistryHandlerSource, IDisposable
{
    private readonly RegistryHandlerPair _others;
    private readonly FrozenDictionary<string, RegistryHandlerPair> _hosts;

    /// <summary>Creates the pools; connections are made on demand.</summary>
    /// <param name="options">Certificates, proxies and limits; copied. Defaults when <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit in the options is out of range.</exception>
    public SocketsRegistryHandlerSource(RegistryTransportOptions? options = null)
    {
        options ??= new RegistryTransportOptions();
        _others = new RegistryHandlerPair(new RegistryHandlerSettings(options, new RegistryHostOptions()));
        _hosts = options.Hosts.ToFrozenDictionary(
            host => host.Key,
            host => new RegistryHandlerPair(new RegistryHandlerSettings(options, host.Value)),
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
