using System.Net;
using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>A registry did not give what was asked for; <see cref="Reason"/> says why.</summary>
/// <remarks>Neither the message nor any property carries credentials, tokens or the query of a URI.</remarks>
public sealed class RegistryException : Exception
{
    private const UriComponents Shown = UriComponents.SchemeAndServer | UriComponents.Path;

    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why the registry did not give what was asked for.</param>
    /// <param name="message">One sentence that names the registry and what it was asked for.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public RegistryException(RegistryFailure reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why the registry did not give what was asked for.</summary>
    public RegistryFailure Reason { get; }

    /// <summary>The HTTP method of the request; empty when none was sent.</summary>
    public string Method { get; init; } = "";

    /// <summary>The URI that failed, after redirects, without user information, query and fragment;
    /// <see langword="null"/> when none was asked.</summary>
    public Uri? Uri { get; init => field = WithoutSecrets(value); }

    /// <summary>The status of the answer; <see langword="null"/> when there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The errors in the body of the answer; empty when there were none.</summary>
    public IReadOnlyList<RegistryError> Errors { get; init; } = [];

    /// <summary>Where credentials were looked for when the registry wanted them; empty when it did not, and when there was
    /// nowhere to look.</summary>
    public ValueList<RegistryCredentialAttempt> CredentialsTried { get; init; }

    /// <summary>How long to wait before asking again: what the registry said (<c>Retry-After</c>, or when its quota
    /// resets; a day at most), or what this client gives it; <see langword="null"/> when nothing is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The faults of all places that were asked, in order, where mirrors were; else empty.</summary>
    public IReadOnlyList<RegistryException> Attempts { get; init; } = [];

    /// <summary>Whether the same request may succeed later: network failures, time-outs, bodies cut short, the
    /// statuses 408, 429, 500, 502, 503 and 504, and what limits of this client held back.</summary>
    public bool IsTransient => Reason switch
    {
        RegistryFailure.Unreachable or RegistryFailure.Timeout => true,
        RegistryFailure.Truncated or RegistryFailure.RateLimited => true,
        RegistryFailure.CircuitOpen or RegistryFailure.QueueFull => true,
        RegistryFailure.ServerError => StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        _ => false,
    };

    /// <summary>Whether the registry, or the way to it, is at fault, and not a limit of this client.</summary>
    internal bool WasSent => Reason switch
    {
        RegistryFailure.CircuitOpen or RegistryFailure.QueueFull or RegistryFailure.Blocked => false,
        RegistryFailure.RateLimited => StatusCode is not null,
        _ => true,
    };

    /// <summary>Whether it is another host's fault, to which the registry had redirected.</summary>
    internal bool IsFromRedirectTarget { get; init; }

    private static Uri? WithoutSecrets(Uri? uri) =>
        uri is null ? null : new Uri(uri.GetComponents(Shown, UriFormat.UriEscaped));
}
