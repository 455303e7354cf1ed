using System.Security.Authentication;

namespace ImageStreams.Registries;

/// <summary>Tells from what the HTTP stack threw what happened on the network.</summary>
internal static class NetworkFaults
{
    /// <summary>Before the headers of an answer were there.</summary>
    public static RegistryException BeforeAnswer(RequestLine line, Exception exception) => exception switch
    {
        { InnerException: AuthenticationException } => RegistryFaults.Tls(line, exception),
        { InnerException.InnerException: HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } } =>
            RegistryFaults.Unreachable(line, exception),   // hung up where HTTP/2 was to begin
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryFaults.BadHeaders(line),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            RegistryFaults.BadHeaders(line),
        _ => RegistryFaults.Unreachable(line, exception),
    };

    /// <summary>While the body of an answer was read.</summary>
    public static RegistryException InBody(RequestLine line, Exception exception) => exception switch
    {
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => RegistryFaults.BadHeaders(line),
        _ => RegistryFaults.BodyCutShort(line, exception),
    };

    /// <summary>Whether an exception is the network's doing.</summary>
    public static bool IsNetwork(Exception exception) => exception is HttpRequestException or IOException;
}
