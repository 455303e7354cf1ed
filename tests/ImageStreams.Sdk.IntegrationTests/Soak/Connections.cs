using System.Net.NetworkInformation;

namespace ImageStreams.IntegrationTests.Soak;

/// <summary>The TCP connections of the machine.</summary>
internal static class Connections
{
    /// <summary>How many there are to a port, seen from those who connected; ones that only wait for the end of time are
    /// over.</summary>
    public static int To(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == port && connection.State != TcpState.TimeWait);
}
