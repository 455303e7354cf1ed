using System.Net;
using System.Net.Sockets;

namespace ImageStreams.Registries;

/// <summary>Opens connections, only to addresses of some zones, and records the zone of each host.</summary>
/// <param name="reach">The most sensitive zone that may be contacted.</param>
/// <param name="zones">The zones of the hosts that were contacted.</param>
/// <param name="resolve">Resolves a name.</param>
internal sealed class GuardedConnector(
    AddressZone reach, ZoneTable zones, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Opens a connection to the host of a request, or to its proxy.</summary>
    /// <exception cref="PrivateAddressException">The host has no address that may be contacted.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var isDirect = IsDirect(context);
        var stream = await OpenAsync(context.DnsEndPoint, isDirect, cancellationToken).ConfigureAwait(false);
        return isDirect && IsTls(context) ? new TlsOnlyStream(stream) : stream;
    }

    private async Task<NetworkStream> OpenAsync(DnsEndPoint target, bool isDirect, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // the stream owns the socket
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await (isDirect
                ? ConnectGuardedAsync(socket, target, cancellationToken)
                : socket.ConnectAsync(target, cancellationToken).AsTask()).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task ConnectGuardedAsync(Socket socket, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await GetAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
        zones.Record(target, ((IPEndPoint)socket.RemoteEndPoint!).Address);
    }

    private async Task<IPAddress[]> GetAddressesAsync(string host, CancellationToken cancellationToken)
    {
        var all = IPAddress.TryParse(host, out var address)
            ? [address]
            : await resolve(host, cancellationToken).ConfigureAwait(false);
        var permitted = Array.FindAll(all, candidate => AddressZones.GetZone(candidate) <= reach);
        return permitted.Length == 0 && all.Length > 0 ? throw new PrivateAddressException(all[0]) : permitted;
    }

    /// <summary>Determines whether the connection goes to the host of the request rather than to a proxy.</summary>
    private static bool IsDirect(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage is { Method.Method: not "CONNECT", RequestUri: { } uri }
        && uri.Port == context.DnsEndPoint.Port
        && uri.IdnHost.Trim('[', ']').Equals(context.DnsEndPoint.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);

    private static bool IsTls(SocketsHttpConnectionContext context) => context.InitialRequestMessage.RequestUri!.Scheme == "https";
}
