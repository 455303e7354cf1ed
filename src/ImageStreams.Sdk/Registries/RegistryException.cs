using System.Net;
using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The exception of a request that a registry did not fulfill; see <see cref="Reason"/>.</summary>
/// <remarks>Neither the message nor a property contains credentials, tokens or the query of a URI.</remarks>
public sealed class RegistryException : Exception
{
    private const UriComponents Shown = UriComponents.SchemeAndServer | UriComponents.Path;

    /// <summary>Creates the exception.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="message">One sentence that names the registry, the request and the problem.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public RegistryException(RegistryFailure reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>The reason why the registry did not fulfill the request.</summary>
    public RegistryFailure Reason { get; }

    /// <summary>The HTTP method of the request; empty when none was sent.</summary>
    public string Method { get; init; } = "";

    /// <summary>The URI that failed, after redirects, without user information, query and fragment; <see langword="null"/>
    /// when no request was sent.</summary>
    public Uri? Uri { get; init => field = WithoutSecrets(value); }

    /// <summary>The status of the response; <see langword="null"/> when there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The errors in the body of the response; empty when there were none.</summary>
    public IReadOnlyList<RegistryError> Errors { get; init; } = [];

    /// <summary>The sources of credentials that were tried when the registry required credentials; empty when it did not,
    /// and when there are no sources.</summary>
    public ValueList<RegistryCredentialAttempt> CredentialsTried { get; init; }

    /// <summary>The time to wait before the next request: from the registry (<c>Retry-After</c>, or the time until its
    /// quota resets; at most a day) or from the limits of this client; <see langword="null"/> when unknown.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The exceptions of all pull sources that were contacted, in order, when there were mirrors; otherwise
    /// empty.</summary>
    public IReadOnlyList<RegistryException> Attempts { get; init; } = [];

    /// <summary>Gets a value indicating whether the same request may succeed later, as for network failures, timeouts, truncated
    /// bodies, the statuses 408, 429, 500, 502, 503 and 504, and requests that the limits of this client refused.</summary>
    public bool IsTransient => Reason switch
    {
        RegistryFailure.Unreachable or RegistryFailure.Timeout => true,
        RegistryFailure.Truncated or RegistryFailure.RateLimited => true,
        RegistryFailure.CircuitOpen or RegistryFailure.QueueFull => true,
        RegistryFailure.ServerError => StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        _ => false,
    };

    /// <summary>Gets a value indicating whether the registry or the network failed, rather than a limit of this client.</summary>
    internal bool WasSent => Reason switch
    {
        RegistryFailure.CircuitOpen or RegistryFailure.QueueFull or RegistryFailure.Blocked => false,
        RegistryFailure.RateLimited => StatusCode is not null,
        _ => true,
    };

    /// <summary>Gets a value indicating whether the failed host is one to which the registry had redirected.</summary>
    internal bool IsFromRedirectTarget { get; init; }

    /// <summary>Gets a value indicating whether a token server sent the response.</summary>
    internal bool IsFromTokenServer { get; init; }

    /// <summary>Gets a value indicating whether the refused request had a password in it.</summary>
    internal bool HasSentPassword { get; init; }

    /// <summary>Gets a value indicating whether TLS failed as it does with a server of plain HTTP.</summary>
    internal bool MayBePlainHttp { get; init; }

    private static Uri? WithoutSecrets(Uri? uri) =>
        uri is null ? null : new Uri(uri.GetComponents(Shown, UriFormat.UriEscaped));
}
