using System.Collections.Concurrent;
using System.Net;

namespace ImageStreams.Registries;

/// <summary>The zones of the hosts that were contacted last.</summary>
internal sealed class ZoneTable : IAddressGuard
{
    private const int MaxEntries = 4096;
    private readonly ConcurrentDictionary<string, AddressZone> _zones = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Records the address of a host; one with several addresses has the least sensitive zone of theirs.</summary>
    public void Record(DnsEndPoint host, IPAddress address)
    {
        var name = host.Host.Trim('[', ']');
        if (_zones.Count >= MaxEntries && !_zones.ContainsKey(name))
        {
            _zones.TryRemove(_zones.First().Key, out _);
        }

        _zones.AddOrUpdate(
            name,
            static (_, zone) => zone,
            static (_, known, zone) => known < zone ? known : zone,
            AddressZones.GetZone(address));
    }

    /// <summary>Returns the most sensitive zone to which a registry may lead; a registry that was not contacted directly is
    /// public, unless its name spells out its address.</summary>
    public AddressZone GetReach(RegistryEndpoint endpoint)
    {
        if (endpoint.LedFrom is not { } registry)
        {
            return AddressZone.LinkLocal;
        }

        var host = RegistryScope.WithoutPort(registry).Trim('[', ']');
        return AddressZones.FindZone(registry) ?? _zones.GetValueOrDefault(host, AddressZone.Public);
    }
}
