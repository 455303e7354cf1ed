using System.Net;

namespace ImageStreams.Registries;

/// <summary>Creates the exceptions of responses whose status is not 200.</summary>
internal static class HttpStatusErrors
{
    /// <summary>Reads the errors in the body, if any, and returns the exception.</summary>
    public static async Task<RegistryException> ReadAsync(
        RegistryResponse response, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var body = response.Line.Method == HttpMethod.Head
            ? default
            : await BodyReader.ReadStartAsync(
                response, RegistryClientSettings.MaxErrorBytes, cancellationToken).ConfigureAwait(false);
        var errors = RegistryErrorReader.Read(body, response.Line);
        var failure = GetFailure(response, errors);
        return new RegistryException(failure, CreateMessage(response, failure, errors))
        {
            Method = response.Line.Method.Method,
            Uri = response.Line.PublicUri,
            StatusCode = response.Status,
            Errors = errors,
            CredentialsTried = IsAboutCredentials(failure, response) ? response.Line.Tried : [],
            RetryAfter = Capped(FindRetryAfter(response.Message, timeProvider) ?? FindQuotaReset(response, timeProvider)),
            IsFromRedirectTarget = response.IsFromOtherHost,
            IsFromTokenServer = response.Line.IsForToken,
            HasSentPassword = response.Line.Authorization?.Header?.Scheme == "Basic" && !response.IsFromOtherHost,
        };
    }

    private static string CreateMessage(
        RegistryResponse response, RegistryFailure failure, IReadOnlyList<RegistryError> errors)
    {
        var explanation = errors.Count == 0 ? "" : $": {errors[0]}";
        var answer = $"({response.Line} answered {(int)response.Status}{explanation})";
        return $"{RegistryClientErrors.DescribeAttempt(response.Line)}: {Explain(failure, response)} {answer}.{DescribeCredentialLookup(failure, response)}";
    }

    private static string DescribeCredentialLookup(RegistryFailure failure, RegistryResponse response)
    {
        var line = response.Line;
        return IsAboutCredentials(failure, response) && !line.Tried.IsEmpty
            ? $" Credentials for {line.Call.Repository.Registry}: {string.Join(", ", line.Tried)}."
            : "";
    }

    /// <summary>Determines whether other credentials may help; not at the target of a redirect, which gets none.</summary>
    private static bool IsAboutCredentials(RegistryFailure failure, RegistryResponse response) =>
        failure is RegistryFailure.Unauthorized or RegistryFailure.Denied && !response.IsFromOtherHost;

    private static string Explain(RegistryFailure failure, RegistryResponse response) => failure switch
    {
        RegistryFailure.ManifestNotFound => "the registry has no such manifest",
        RegistryFailure.BlobNotFound => "the registry has no such blob",
        RegistryFailure.RepositoryNotFound => "the registry does not know the repository",
        RegistryFailure.Unauthorized => ExplainUnauthorized(response),
        RegistryFailure.Denied => "access is denied",
        RegistryFailure.RateLimited => "the registry asks for fewer requests",
        RegistryFailure.ServerError => "the registry failed",
        RegistryFailure.Timeout => "the registry gave up waiting for the request",
        RegistryFailure.InvalidResponse => "the status is unexpected",
        _ => "the request was rejected",
    };

    private static string ExplainUnauthorized(RegistryResponse response) => response switch
    {
        { IsFromOtherHost: true } => "the target of its redirect requires credentials, which are not sent there",
        { Line.Authorization: not null } => "the credentials were not accepted",
        { Line.IsForToken: true } => "the token server requires credentials and none were found",
        _ when response.GetHeader("WWW-Authenticate").Any() => "the registry requires credentials and none were found",
        _ => "the registry requires authentication but sends no challenge",
    };

    private static RegistryFailure GetFailure(RegistryResponse response, IReadOnlyList<RegistryError> errors) =>
        response.Status switch
        {
            HttpStatusCode.Unauthorized => RegistryFailure.Unauthorized,
            HttpStatusCode.Forbidden => RegistryFailure.Denied,
            HttpStatusCode.NotFound => NotFound(response.Line.Call, errors),
            HttpStatusCode.RequestTimeout => RegistryFailure.Timeout,
            HttpStatusCode.TooManyRequests => RegistryFailure.RateLimited,
            >= HttpStatusCode.InternalServerError => RegistryFailure.ServerError,
            >= HttpStatusCode.BadRequest => RegistryFailure.Rejected,
            _ => RegistryFailure.InvalidResponse,
        };

    private static RegistryFailure NotFound(RegistryCall call, IReadOnlyList<RegistryError> errors) =>
        (errors.Count == 0 ? "" : errors[0].Code) switch
        {
            "NAME_UNKNOWN" => RegistryFailure.RepositoryNotFound,
            "MANIFEST_UNKNOWN" => RegistryFailure.ManifestNotFound,
            "BLOB_UNKNOWN" => RegistryFailure.BlobNotFound,
            _ => call.WhenNotFound,
        };

    private static TimeSpan? Capped(TimeSpan? wait) => wait > RegistryPauses.MaxPause ? RegistryPauses.MaxPause : wait;

    /// <summary>Finds the wait in <c>Retry-After</c>: seconds or a date (RFC 9110, section 10.2.3); a date in the past
    /// is no wait.</summary>
    private static TimeSpan? FindRetryAfter(HttpResponseMessage message, TimeProvider timeProvider) =>
        message.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => Max(date - timeProvider.GetUtcNow(), TimeSpan.Zero),
            _ => null,
        };

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    /// <summary>Finds the time until the quota resets, for registries that send that instead.</summary>
    private static TimeSpan? FindQuotaReset(RegistryResponse response, TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        var quota = response.Status == HttpStatusCode.TooManyRequests
            ? QuotaReader.Read(response.Message.Headers, RegistryRequest.FromCall(response.Line.Call), now)
            : null;
        return quota?.ResetsAt is { } reset && reset > now ? reset - now : null;
    }
}
