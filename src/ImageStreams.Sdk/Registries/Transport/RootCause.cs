using System.Net.Sockets;
using System.Security.Authentication;

namespace ImageStreams.Registries;

/// <summary>Describes why a connection failed, in a few words and without anything that the server could have chosen at
/// length.</summary>
internal static class RootCause
{
    private const string MaybePlain = "the connection ended during the TLS handshake; the server may speak plain HTTP";

    private const string NoTlsFrame = "frame";   // in the text of the framework; texts of OpenSSL are in an inner exception

    /// <summary>Returns a colon and the description; empty when the cause is unknown.</summary>
    public static string Describe(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Find(cause) is { } text)
            {
                return $": {text}";
            }
        }

        return "";
    }

    /// <summary>Determines whether a failure shows that the server speaks TLS, so that plain HTTP is no alternative.</summary>
    public static bool ShowsTls(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException and not PlainHttpException)
            {
                return cause.InnerException is not null;   // an alert; without one, the bytes were not TLS
            }
        }

        return false;
    }

    private static string? Find(Exception cause) => cause switch
    {
        PlainHttpException => "the server speaks plain HTTP: mark it insecure, or use its TLS port",
        UntrustedCertificateException untrusted => untrusted.Message,
        SocketException socket => Describe(socket),
        AuthenticationException handshake => Describe(handshake),
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the server closed the connection before it answered",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException io }
            when io.InnerException is null => MaybePlain,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } tunnel => $"the proxy refused ({Clean(tunnel.Message)})",
        _ => null,
    };

    private static string Describe(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => "name or service not known",
        SocketError.TryAgain => "the name cannot be resolved at present",
        SocketError.ConnectionRefused => "connection refused",
        SocketError.ConnectionReset => "the connection was reset",
        SocketError.TimedOut => "the host did not answer",
        SocketError.HostUnreachable => "no route to host",
        SocketError.NetworkUnreachable => "the network is unreachable",
        _ => Clean(socket.Message),
    };

    private static string Describe(AuthenticationException handshake)
    {
        Exception innermost = handshake;
        while (innermost.InnerException is { } inner)
        {
            innermost = inner;
        }

        return innermost == handshake && handshake.Message.Contains(NoTlsFrame, StringComparison.Ordinal)
            ? "the server does not speak TLS"
            : $"the TLS handshake failed ({Clean(innermost.Message)})";
    }

    private static string Clean(string message) => UntrustedText.Clean(message.TrimEnd('.'));
}
