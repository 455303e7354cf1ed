using System.Net;

namespace ImageStreams.Registries;

/// <summary>A registry did not give what was asked for; <see cref="Failure"/> says why.</summary>
/// <remarks>Neither the message nor any property carries credentials, tokens or the query of a URI.</remarks>
public sealed class RegistryException : Exception
{
    private const UriComponents Shown = UriComponents.SchemeAndServer | UriComponents.Path;

    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why the registry did not give what was asked for.</param>
    /// <param name="message">One sentence that names the registry and what it was asked for.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public RegistryException(RegistryFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Why the registry did not give what was asked for.</summary>
    public RegistryFailure Failure { get; }

    /// <summary>The HTTP method of the request; empty when none was sent.</summary>
    public string Method { get; init; } = "";

    /// <summary>The URI that failed, after redirects, without user information, query and fragment;
    /// <see langword="null"/> when none was asked.</summary>
    public Uri? Uri { get; init => field = WithoutSecrets(value); }

    /// <summary>The status of the answer; <see langword="null"/> when there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The errors in the body of the answer; empty when there were none.</summary>
    public IReadOnlyList<RegistryError> Errors { get; init; } = [];

    /// <summary>How long the registry asked to wait (<c>Retry-After</c>); <see langword="null"/> when it did
    /// not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later: network failures, time-outs, bodies cut short, and the
    /// statuses 408, 429, 500, 502, 503 and 504.</summary>
    public bool IsTransient => Failure switch
    {
        RegistryFailure.Unreachable or RegistryFailure.Timeout => true,
        RegistryFailure.Truncated or RegistryFailure.RateLimited => true,
        RegistryFailure.ServerError => StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        _ => false,
    };

    private static Uri? WithoutSecrets(Uri? uri) =>
        uri is null ? null : new Uri(uri.GetComponents(Shown, UriFormat.UriEscaped));
}
