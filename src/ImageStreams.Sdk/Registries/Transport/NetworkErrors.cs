using System.Security.Authentication;
using System.Security.Cryptography;

namespace ImageStreams.Registries;

/// <summary>Creates the exceptions of failures that the HTTP stack throws.</summary>
internal static class NetworkErrors
{
    /// <summary>Creates the exception of a failure before the headers of the response arrived.</summary>
    public static RegistryException BeforeAnswer(RequestLine line, Exception exception) => exception switch
    {
        _ when GetCauses(exception).Prepend(exception).FirstOrDefault(RootCause.IsProxyRefusal) is { } tunnel =>
            RegistryClientErrors.Unreachable(line, tunnel),
        _ when GetCauses(exception).OfType<PrivateAddressException>().FirstOrDefault() is { } refused =>
            RegistryClientErrors.AddressRefused(line, refused.Address.ToString()),
        _ when GetCauses(exception).Any(IsTlsFailure) => RegistryClientErrors.Tls(line, exception),
        _ when GetCauses(exception).Any(IsBrokenConnection) => RegistryClientErrors.Unreachable(line, exception),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryClientErrors.BadHeaders(line),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            RegistryClientErrors.BadHeaders(line),
        _ => RegistryClientErrors.Unreachable(line, exception),
    };

    /// <summary>Creates the exception of a failure while the body was read.</summary>
    public static RegistryException InBody(RequestLine line, Exception exception) => exception switch
    {
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryClientErrors.BadHeaders(line),
        _ when IsDamaged(exception) => RegistryClientErrors.Damaged(line, exception),
        _ => RegistryClientErrors.BodyCutShort(line, exception),
    };

    /// <summary>Determines whether an exception is one of the network, or of a compressed body.</summary>
    public static bool IsNetwork(Exception exception) => exception is HttpRequestException or IOException || IsDamaged(exception);

    private static bool IsDamaged(Exception exception) =>
        exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    private static IEnumerable<Exception> GetCauses(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    /// <summary>Determines whether the handshake failed or, with TLS 1.3, the server refused the client's certificate
    /// after it, which surfaces when reading.</summary>
    private static bool IsTlsFailure(Exception cause) => cause is AuthenticationException or CryptographicException;

    /// <summary>Determines whether the connection broke; HTTP/2 may report that as an invalid response.</summary>
    private static bool IsBrokenConnection(Exception cause) => cause
        is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or (IOException and not HttpIOException);
}
