using ImageStreams.References;
using Polly.CircuitBreaker;

namespace ImageStreams.Registries;

/// <summary>The texts of all registry faults that are not the registry's own answer.</summary>
internal static class RegistryClientErrors
{
    public static RegistryException Unreachable(RequestLine line, Exception inner) =>
        Create(RegistryFailure.Unreachable, line, $"{line.Uri.Authority} could not be reached", inner);

    public static RegistryException Tls(RequestLine line, Exception inner) =>
        Create(RegistryFailure.Tls, line, $"no trusted TLS connection to {line.Uri.Authority}", inner);

    public static RegistryException Timeout(RequestLine line, TimeSpan limit, Exception inner) =>
        Create(RegistryFailure.Timeout, line, $"no complete answer within {limit.TotalSeconds:0.###} s", inner);

    /// <summary>Names no cause: the HTTP stack quotes what it could not read, which may be anything.</summary>
    public static RegistryException BadHeaders(RequestLine line) =>
        Create(RegistryFailure.InvalidResponse, line, "the answer is not valid HTTP");

    public static RegistryException BodyCutShort(RequestLine line, Exception inner) =>
        Create(RegistryFailure.Truncated, line, "the connection broke before the end of the body", inner);

    public static RegistryException BodyTooShort(RequestLine line, long announced, long received) =>
        Create(RegistryFailure.Truncated, line, $"{announced} bytes were announced and {received} came");

    public static RegistryException TooLarge(RequestLine line, long limit) =>
        Create(RegistryFailure.TooLarge, line, $"the answer exceeds {limit} bytes");

    public static RegistryException TooManyPages(RequestLine line, int limit) =>
        Create(RegistryFailure.TooLarge, line, $"the list exceeds {limit} pages");

    public static RegistryException Encoded(RequestLine line) =>
        Create(RegistryFailure.Unsupported, line, "the answer is compressed, which was not asked for");

    public static RegistryException NotAManifest(RequestLine line, string mediaType) =>
        Create(RegistryFailure.Unsupported, line, mediaType.Length == 0
            ? "the answer has no media type and does not look like a manifest"
            : $"{UntrustedText.Clean(mediaType)} is not the media type of a manifest");

    public static RegistryException NotJson(RequestLine line, string mediaType) =>
        Create(RegistryFailure.Unsupported, line, $"{UntrustedText.Clean(mediaType)} came where JSON was asked for");

    public static RegistryException BadJson(RequestLine line, Exception inner) =>
        Create(RegistryFailure.InvalidResponse, line, "the answer is not valid JSON", inner);

    public static RegistryException BadShape(RequestLine line, string expectation) =>
        Create(RegistryFailure.InvalidResponse, line, expectation);

    public static RegistryException BadDigestHeader(RequestLine line, string header) =>
        Create(RegistryFailure.InvalidResponse, line, $"its content digest '{UntrustedText.Clean(header)}' is no digest");

    public static RegistryException DigestMismatch(RequestLine line, Digest expected, string actual) =>
        Create(RegistryFailure.DigestMismatch, line, $"the content should have digest {expected} and has {actual}");

    public static RegistryException BadLink(RequestLine line, string explanation) =>
        Create(RegistryFailure.InvalidResponse, line, $"the Link header to the next page {explanation}");

    public static RegistryException TooManyRedirects(RequestLine line, int limit) =>
        Create(RegistryFailure.RedirectRefused, line, $"more than {limit} redirects");

    public static RegistryException RedirectWithoutLocation(RequestLine line) =>
        Create(RegistryFailure.RedirectRefused, line, "the redirect names no HTTP address");

    public static RegistryException RedirectToHttp(RequestLine line, string host) =>
        Create(RegistryFailure.RedirectRefused, line, $"the redirect leaves HTTPS for plain HTTP at {host}");

    public static RegistryException RealmMalformed(RequestLine line) =>
        Create(RegistryFailure.InvalidResponse, line, "the Bearer challenge names no usable token server");

    public static RegistryException RealmOverHttp(RequestLine line, string host) =>
        Create(RegistryFailure.TokenRealmRefused, line, $"its token server {host} is reached over plain HTTP");

    public static RegistryException RealmOnOtherHost(RequestLine line, string host) =>
        Create(
            RegistryFailure.TokenRealmRefused,
            line,
            $"its token server {host} belongs to another domain and is no trusted token host");

    public static RegistryException Blocked(PullSourceList sources, string wanted) =>
        new(RegistryFailure.Blocked, $"Cannot read {wanted} of {sources.Repository}: no place may be asked ({ExplainExclusions(sources)}).");

    public static RegistryException CircuitOpen(RegistryRequest request, BrokenCircuitException broken) =>
        NotSent(
            RegistryFailure.CircuitOpen,
            request,
            "it failed again and again and is left alone for a while",
            broken.RetryAfter,
            broken.InnerException);

    public static RegistryException QueueFull(RegistryRequest request) =>
        NotSent(RegistryFailure.QueueFull, request, "too many requests wait for it");

    public static RegistryException WaitTooLong(RegistryRequest request, TimeSpan wait) => NotSent(
        RegistryFailure.RateLimited, request, $"it may not be asked for {wait.TotalSeconds:0.###} s yet", wait);

    /// <summary>The fault of one place that decides, with the faults of all.</summary>
    public static RegistryException NoSourceAnswered(
        PullSourceList sources,
        string wanted,
        IReadOnlyList<(PullSource Place, RegistryException Fault)> failed,
        RegistryException decisive)
    {
        if (failed.Count == 1 && !failed[0].Place.IsMirror)
        {
            return decisive;
        }

        var all = string.Join(" ", failed.Select(static one => $"[{one.Place.Repository}] {one.Fault.Message}"));
        return new RegistryException(
            decisive.Reason, $"Cannot read {wanted} of {sources.Repository} from {FormatSources(failed.Count)}: {all}", decisive)
        {
            Method = decisive.Method,
            Uri = decisive.Uri,
            StatusCode = decisive.StatusCode,
            Errors = decisive.Errors,
            CredentialsTried = decisive.CredentialsTried,
            RetryAfter = decisive.RetryAfter,
            Attempts = failed.Select(static one => one.Fault).ToList(),
        };
    }

    public static RegistryException CredentialsUnusable(RequestLine line, RegistryCredentialException inner) =>
        Create(RegistryFailure.CredentialsUnusable, line, $"no credentials could be looked up: {inner.Message}", inner);

    /// <summary>How every message begins: what could not be read of which repository.</summary>
    public static string DescribeAttempt(RequestLine line) => $"Cannot read {line.Call.Target} of {line.Call.Repository}";

    private static RegistryException NotSent(
        RegistryFailure failure,
        RegistryRequest request,
        string explanation,
        TimeSpan? retryAfter = null,
        Exception? inner = null) => new(
            failure,
            $"Cannot read {request.Target} of {request.Registry}/{request.Repository}: {request.Registry} was not asked, {explanation}.",
            inner)
        {
            RetryAfter = retryAfter,
        };

    private static string ExplainExclusions(PullSourceList sources) =>
        string.Join("; ", sources.Sources.Select(static pullSource => $"{pullSource.Repository}: {pullSource.Explanation}"));

    private static string FormatSources(int count) => count == 1 ? "its mirror" : $"any of {count} places";

    private static RegistryException Create(
        RegistryFailure failure, RequestLine line, string problem, Exception? inner = null) =>
        new(failure, $"{DescribeAttempt(line)}: {line.Scrub(problem)} ({line}).", inner)
        {
            Method = line.Method.Method,
            Uri = line.PublicUri,
            IsFromRedirectTarget = line.IsToOtherHost,
        };
}
