using System.Net.Sockets;
using System.Security.Authentication;

namespace ImageStreams.Registries;

/// <summary>Describes why a connection failed, in a few words and without anything that the server could have chosen at
/// length.</summary>
internal static class RootCause
{
    private const int StatusLength = 3;
    private const string MaybePlain = "the connection ended during the TLS handshake; the server may speak plain HTTP";

    private const string NoTlsFrame = "frame";   // in the text of the framework; texts of OpenSSL are in an inner exception

    /// <summary>Returns a colon and the description; empty when the cause is unknown.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="scrub">Blanks out secrets; applied before a text is cut, which would leave a part of one.</param>
    public static string Describe(Exception exception, Func<string, string> scrub)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Find(cause, scrub) is { } text)
            {
                return $": {text}";
            }
        }

        return "";
    }

    /// <summary>Returns the exception; null when it, or one that it was caused by, quotes a secret.</summary>
    public static Exception? WithoutSecrets(Exception exception, Func<string, string> scrub)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var quotes = cause is UntrustedCertificateException untrusted
                ? untrusted.Quotes(scrub)
                : scrub(cause.Message) != cause.Message;
            if (quotes || IsProxyRefusal(cause))
            {
                return null;
            }
        }

        return exception;
    }

    /// <summary>Determines whether a failure is one as of a server that speaks plain HTTP: before TLS was established, and
    /// without an alert of TLS. Through a proxy that has no tunnels (405, 501), no server can speak TLS.</summary>
    public static bool MayBePlainHttp(Exception exception)
    {
        if (IsProxyRefusal(exception))
        {
            return FindProxyStatus(exception.Message) is "405" or "501";
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
            {
                return cause is PlainHttpException || cause.InnerException is null;   // without an alert, the bytes were not TLS
            }
        }

        return exception is HttpRequestException
            { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError }
            or HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: SocketException };
    }

    /// <summary>Determines whether a proxy refused a tunnel: the text of such an exception has the address of the proxy, with
    /// its password.</summary>
    public static bool IsProxyRefusal(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError };

    private static string? Find(Exception cause, Func<string, string> scrub) => cause switch
    {
        PlainHttpException => "the server speaks plain HTTP: mark it insecure, or use its TLS port",
        UntrustedCertificateException untrusted => untrusted.Describe(scrub),
        SocketException socket => Describe(socket, scrub),
        AuthenticationException handshake => Describe(handshake, scrub),
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the server closed the connection before it answered",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException io }
            when io.InnerException is null => MaybePlain,
        _ when IsProxyRefusal(cause) => DescribeProxy(FindProxyStatus(cause.Message)),
        _ => null,
    };

    private static string DescribeProxy(string status) =>
        status.Length > 0 ? $"the proxy refused to connect (status {status})" : "the proxy refused to connect";

    /// <summary>Finds the last status code in quotation marks; empty when there is none.</summary>
    private static string FindProxyStatus(string message)
    {
        for (var end = message.LastIndexOf('\''); end > StatusLength; end = message.LastIndexOf('\'', end - 1))
        {
            var start = end - StatusLength;
            if (message[start - 1] == '\'' && IsStatus(message.AsSpan(start, StatusLength)))
            {
                return message[start..end];
            }
        }

        return "";
    }

    private static bool IsStatus(ReadOnlySpan<char> text) => text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9');

    private static string Describe(SocketException socket, Func<string, string> scrub) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => "name or service not known",
        SocketError.TryAgain => "the name cannot be resolved at present",
        SocketError.ConnectionRefused => "connection refused",
        SocketError.ConnectionReset => "the connection was reset",
        SocketError.TimedOut => "the host did not answer",
        SocketError.HostUnreachable => "no route to host",
        SocketError.NetworkUnreachable => "the network is unreachable",
        _ => Clean(socket.Message, scrub),
    };

    private static string Describe(AuthenticationException handshake, Func<string, string> scrub)
    {
        Exception innermost = handshake;
        while (innermost.InnerException is { } inner)
        {
            innermost = inner;
        }

        return innermost == handshake && handshake.Message.Contains(NoTlsFrame, StringComparison.Ordinal)
            ? "the server does not speak TLS"
            : $"the TLS handshake failed ({Clean(innermost.Message, scrub)})";
    }

    private static string Clean(string message, Func<string, string> scrub) => UntrustedText.Clean(scrub(message).TrimEnd('.'));
}
