using System.Security.Authentication;
using System.Security.Cryptography;

namespace ImageStreams.Registries;

/// <summary>Tells from what the HTTP stack threw what happened on the network.</summary>
internal static class NetworkErrors
{
    /// <summary>Before the headers of an answer were there.</summary>
    public static RegistryException BeforeAnswer(RequestLine line, Exception exception) => exception switch
    {
        _ when GetCauses(exception).Any(IsTlsFailure) => RegistryClientErrors.Tls(line, exception),
        _ when GetCauses(exception).Any(IsBrokenConnection) => RegistryClientErrors.Unreachable(line, exception),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryClientErrors.BadHeaders(line),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            RegistryClientErrors.BadHeaders(line),
        _ => RegistryClientErrors.Unreachable(line, exception),
    };

    /// <summary>While the body of an answer was read.</summary>
    public static RegistryException InBody(RequestLine line, Exception exception) => exception switch
    {
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryClientErrors.BadHeaders(line),
        _ => RegistryClientErrors.BodyCutShort(line, exception),
    };

    /// <summary>Whether an exception is the network's doing.</summary>
    public static bool IsNetwork(Exception exception) => exception is HttpRequestException or IOException;

    private static IEnumerable<Exception> GetCauses(Exception exception)
    {
        for (var cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    /// <summary>The handshake failed; or, with TLS 1.3, the other side refused our certificate after it, which comes up when
    /// we read.</summary>
    private static bool IsTlsFailure(Exception cause) => cause is AuthenticationException or CryptographicException;

    /// <summary>The connection broke; over HTTP/2 that may be called an invalid response.</summary>
    private static bool IsBrokenConnection(Exception cause) => cause
        is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or (IOException and not HttpIOException);
}
