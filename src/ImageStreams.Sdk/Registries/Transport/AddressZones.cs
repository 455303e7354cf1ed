using System.Net;
using System.Net.Sockets;

namespace ImageStreams.Registries;

/// <summary>Classifies addresses (RFC 6890).</summary>
internal static class AddressZones
{
    private const int IPv4Length = 4;
    private const int TunneledOffset = 2;
    private static readonly IPNetwork[] Translated =
    [
        IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"), IPNetwork.Parse("::/96"),
    ];

    private static readonly IPNetwork OwnIPv6 = IPNetwork.Parse("::/127");
    private static readonly IPNetwork Tunneled = IPNetwork.Parse("2002::/16");

    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fec0::/10"),
    ];

    private static readonly IPNetwork[] Loopback =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("0.0.0.0/8"), OwnIPv6,
    ];

    private static readonly IPNetwork[] LinkLocal =
    [
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),

        // metadata services
        IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("192.0.0.192/32"),
        IPNetwork.Parse("fd00:ec2::254/128"), IPNetwork.Parse("fd20:ce::254/128"),
    ];

    /// <summary>Returns the zone of an address; addresses that contain an IPv4 address have the zone of that one.</summary>
    public static AddressZone GetZone(IPAddress address)
    {
        var plain = Unwrap(address);
        return plain switch
        {
            _ when Contains(LinkLocal, plain) => AddressZone.LinkLocal,
            _ when Contains(Loopback, plain) => AddressZone.Loopback,
            _ when Contains(Private, plain) => AddressZone.Private,
            _ => AddressZone.Public,
        };
    }

    /// <summary>Finds the zone of a host that spells out its address, or of <c>localhost</c>; <see langword="null"/> for
    /// other names. A port is ignored.</summary>
    public static AddressZone? FindZone(string host)
    {
        var name = RegistryScope.WithoutPort(host).TrimEnd('.');
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return AddressZone.Loopback;
        }

        return IPAddress.TryParse(name, out var address) ? GetZone(address) : null;
    }

    private static bool Contains(IPNetwork[] networks, IPAddress address) =>
        Array.Exists(networks, network => network.Contains(address));

    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.AddressFamily == AddressFamily.InterNetworkV6 ? address.GetAddressBytes() : [];
        return address switch
        {
            _ when bytes.Length == 0 || OwnIPv6.Contains(address) => address,
            _ when Contains(Translated, address) => new IPAddress(bytes.AsSpan()[^IPv4Length..]),
            _ when Tunneled.Contains(address) => new IPAddress(bytes.AsSpan(TunneledOffset, IPv4Length)),
            _ => new IPAddress(bytes),   // without a scope
        };
    }
}
