using System.Net.NetworkInformation;

namespace ImageStreams.IntegrationTests.Soak;

/// <summary>The TCP connections of the machine.</summary>
internal static class Connections
{
    /// <summary>The number of connections to a port, counted on the client's side; those in TIME_WAIT are
    /// over.</summary>
    public static int To(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == port && connection.State != TcpState.TimeWait);
}
