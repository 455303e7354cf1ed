using System.Net;

namespace ImageStreams.Tool;

/// <summary>An IP address and a TCP port.</summary>
internal sealed record ListenAddress(IPAddress Address, int Port)
{
    /// <summary>The address that clients of this machine use.</summary>
    public string Host => Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback.ToString() : ToHost(Address);

    /// <summary>Reads <c>127.0.0.1:6443</c>, <c>[::1]:6443</c>, <c>localhost:6443</c> or a port alone, which is one of this machine.</summary>
    /// <exception cref="ToolException">The text is no address and port.</exception>
    public static ListenAddress Parse(string text)
    {
        var separator = text.LastIndexOf(':');
        var (host, port) = separator < 0 ? ("", text) : (text[..separator], text[(separator + 1)..]);
        return ushort.TryParse(port, out var number) && TryParseHost(host, out var address)
            ? new ListenAddress(address!, number)
            : throw ToolException.Usage($"--listen must be ADDRESS:PORT, such as 127.0.0.1:6443, not '{SafeText.Escape(text)}'.");
    }

    public override string ToString() => $"{ToHost(Address)}:{Port}";

    private static bool TryParseHost(string host, out IPAddress? address)
    {
        address = host is "" or "localhost" ? IPAddress.Loopback : null;
        return address is not null || IPAddress.TryParse(host, out address);
    }

    private static string ToHost(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
