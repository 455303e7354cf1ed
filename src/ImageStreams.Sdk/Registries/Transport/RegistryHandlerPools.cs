using System.Collections.Frozen;
using System.Net;

namespace ImageStreams.Registries;

/// <summary>The pools of connections of one set of options: those of all hosts, and of each host with options of its own.</summary>
internal sealed class RegistryHandlerPools : IDisposable
{
    private readonly RegistryHandlerPair _others;
    private readonly FrozenDictionary<string, RegistryHandlerPair> _hosts;

    public RegistryHandlerPools(
        RegistryTransportOptions options, ZoneTable zones, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _others = new RegistryHandlerPair(new RegistryHandlerSettings(options, new RegistryHostOptions()), zones, resolve);
        _hosts = options.Hosts
            .DistinctBy(static host => RegistryHandlerSettings.NormalizeHost(host.Host))
            .ToFrozenDictionary(
                static host => RegistryHandlerSettings.NormalizeHost(host.Host),
                host => new RegistryHandlerPair(new RegistryHandlerSettings(options, host), zones, resolve),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Finds the options of a host and port, then those of the host.</summary>
    public RegistryHandlerPair FindPair(string host) =>
        _hosts.GetValueOrDefault(host) ?? _hosts.GetValueOrDefault(RegistryScope.WithoutPort(host)) ?? _others;

    public void Dispose()
    {
        _others.Dispose();
        foreach (var pair in _hosts.Values)
        {
            pair.Dispose();
        }
    }
}
