using ImageStreams.References;
using Polly.CircuitBreaker;

namespace ImageStreams.Registries;

/// <summary>Creates the exceptions of failures that are not an error response of the registry.</summary>
internal static class RegistryClientErrors
{
    /// <summary>Creates the exception; without an inner exception when that quotes a secret, as the HTTP stack quotes the address
    /// of a proxy that refused, with its password.</summary>
    public static RegistryException Unreachable(RequestLine line, Exception cause) =>
        Create(
            RegistryFailure.Unreachable,
            line,
            $"{line.Uri.Authority} could not be reached{RootCause.Describe(cause, line.Scrub)}",
            RootCause.WithoutSecrets(cause, line.Scrub),
            RootCause.MayBePlainHttp(cause));

    public static RegistryException Tls(RequestLine line, Exception inner) =>
        Create(
            RegistryFailure.Tls,
            line,
            $"no trusted TLS connection to {line.Uri.Authority}{RootCause.Describe(inner, line.Scrub)}",
            RootCause.WithoutSecrets(inner, line.Scrub),
            RootCause.MayBePlainHttp(inner));

    public static RegistryException ConnectTimeout(RequestLine line, Exception inner) =>
        Create(RegistryFailure.Timeout, line, $"{line.Uri.Authority} could not be reached: no connection within ConnectTimeout", inner);

    /// <summary>Creates the exception of a call whose time is up, whatever it waited for.</summary>
    public static RegistryException CallTimeout(RegistryCall call, TimeSpan limit, Exception inner) => new(
        RegistryFailure.Timeout,
        $"Cannot read {call.Target} of {call.Repository}: no answer within {limit.TotalSeconds:0.###} s, with all waits and attempts (CallTimeout).",
        inner);

    public static RegistryException TooSlow(RequestLine line, long received, TimeSpan limit, Exception inner) =>
        Create(RegistryFailure.Timeout, line, $"only {received} bytes of the body came within {limit.TotalSeconds:0.###} s", inner);

    public static RegistryException Timeout(RequestLine line, TimeSpan limit, Exception inner) =>
        Create(RegistryFailure.Timeout, line, $"no complete answer within {limit.TotalSeconds:0.###} s", inner);

    /// <summary>Creates the exception without an inner exception, because the HTTP stack quotes what it could not read,
    /// which may be a secret.</summary>
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

    public static RegistryException Encoded(RequestLine line, string coding) =>
        Create(RegistryFailure.Unsupported, line, $"the answer is compressed by '{Clean(coding, line)}', which is not supported");

    public static RegistryException Damaged(RequestLine line, Exception inner) =>
        Create(RegistryFailure.InvalidResponse, line, "the compressed body is damaged", inner);

    public static RegistryException NotAManifest(RequestLine line, string mediaType) =>
        Create(RegistryFailure.Unsupported, line, mediaType.Length == 0
            ? "the answer has no media type and does not look like a manifest"
            : $"{Clean(mediaType, line)} is not the media type of a manifest{DescribePage(mediaType)}");

    public static RegistryException NotJson(RequestLine line, string mediaType) =>
        Create(
            RegistryFailure.Unsupported,
            line,
            $"{Clean(mediaType, line)} came where JSON was requested{DescribePage(mediaType)}");

    public static RegistryException BadJson(RequestLine line, Exception inner) =>
        Create(RegistryFailure.InvalidResponse, line, "the answer is not valid JSON", inner);

    public static RegistryException BadShape(RequestLine line, string expectation) =>
        Create(RegistryFailure.InvalidResponse, line, expectation);

    public static RegistryException BadDigestHeader(RequestLine line, string header) =>
        Create(RegistryFailure.InvalidResponse, line, $"its content digest '{Clean(header, line)}' is not a digest");

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
            $"its token server {host} belongs to another domain and is not in TrustedTokenHosts");

    public static RegistryException RealmOnOtherPort(RequestLine line, string host) =>
        Create(
            RegistryFailure.TokenRealmRefused,
            line,
            $"its token server {host} is on another port than the registry and is not in TrustedTokenHosts");

    public static RegistryException RealmBlocked(RequestLine line, string host, string scope) =>
        Create(RegistryFailure.TokenRealmRefused, line, $"its token server {host} must not be contacted: {scope} is blocked");

    public static RegistryException RedirectBlocked(RequestLine line, string host, string scope) =>
        Create(RegistryFailure.RedirectRefused, line, $"the redirect leads to {host}, which must not be contacted: {scope} is blocked");

    /// <summary>Creates the exception of a host that must not have the address that it has.</summary>
    public static RegistryException AddressRefused(RequestLine line, string address) => Create(
        GetAddressFailure(line),
        line,
        $"{line.Uri.Authority} was not contacted: {address} is not a public address, and the host is not in PrivateHosts");

    public static RegistryException Blocked(PullSourceList sources, string target) => new(
        RegistryFailure.Blocked,
        $"Cannot read {target} of {sources.Repository}: no pull source may be contacted ({ExplainExclusions(sources)}).");

    public static RegistryException CircuitOpen(RegistryRequest request, BrokenCircuitException broken) => NotSent(
        RegistryFailure.CircuitOpen, request, "its circuit is open after repeated failures", broken.RetryAfter, broken.InnerException);

    public static RegistryException QueueFull(RegistryRequest request) =>
        NotSent(RegistryFailure.QueueFull, request, "too many requests wait for it");

    public static RegistryException WaitTooLong(RegistryRequest request, TimeSpan wait) => NotSent(
        RegistryFailure.RateLimited, request, $"its next request has to wait {wait.TotalSeconds:0.###} s", wait);

    /// <summary>Creates the exception of the decisive pull source, with the exceptions of all pull sources.</summary>
    public static RegistryException NoSourceAnswered(
        PullSourceList sources, string target, List<(PullSource Source, RegistryException Exception)> failed)
    {
        var decisive = GetDecisive(failed);
        if (failed.Count == 1 && !failed[0].Source.IsMirror)
        {
            return decisive;
        }

        var all = string.Join(" ", failed.Select(static one => $"[{one.Source.Repository}] {one.Exception.Message}"));
        var from = failed.Count == 1 ? "its mirror" : $"any of {failed.Count} pull sources";
        return new RegistryException(decisive.Reason, $"Cannot read {target} of {sources.Repository} from {from}: {all}", decisive)
        {
            Method = decisive.Method,
            Uri = decisive.Uri,
            StatusCode = decisive.StatusCode,
            Errors = decisive.Errors,
            CredentialsTried = decisive.CredentialsTried,
            RetryAfter = decisive.RetryAfter,
            Attempts = failed.Select(static one => one.Exception).ToList(),
        };
    }

    public static RegistryException CredentialsUnusable(RequestLine line, RegistryCredentialException inner) =>
        Create(RegistryFailure.CredentialsUnusable, line, $"no credentials could be looked up: {inner.Message}", inner);

    /// <summary>Returns the beginning of every message: the content that could not be read, and its repository.</summary>
    public static string DescribeAttempt(RequestLine line) => $"Cannot read {line.Call.Target} of {line.Call.Repository}";

    /// <summary>Describes what sends HTML instead of what a registry would send.</summary>
    private static string DescribePage(string mediaType) => mediaType.Contains("html", StringComparison.OrdinalIgnoreCase)
        ? "; a web page answered, such as one to log in, or the host is not a registry"
        : "";

    private static RegistryFailure GetAddressFailure(RequestLine line) => line switch
    {
        { IsForToken: true } => RegistryFailure.TokenRealmRefused,
        { IsToOtherHost: true } => RegistryFailure.RedirectRefused,
        _ => RegistryFailure.Blocked,
    };

    private static RegistryException NotSent(
        RegistryFailure reason,
        RegistryRequest request,
        string explanation,
        TimeSpan? retryAfter = null,
        Exception? inner = null)
    {
        var target = $"{request.Target} of {request.Registry}/{request.Repository}";
        return new RegistryException(
            reason, $"Cannot read {target}: {request.Registry} was not contacted, {explanation}.", inner) { RetryAfter = retryAfter };
    }

    /// <summary>Returns the exception of the source or, when it was not contacted, of a mirror with a transient
    /// failure.</summary>
    private static RegistryException GetDecisive(List<(PullSource Source, RegistryException Exception)> failed) =>
        failed.Find(static one => !one.Source.IsMirror).Exception
        ?? failed.Find(static one => one.Exception.IsTransient).Exception
        ?? failed[^1].Exception;

    private static string ExplainExclusions(PullSourceList sources) =>
        string.Join("; ", sources.Sources.Select(static source => $"{source.Repository}: {source.Explanation}"));

    /// <summary>Blanks out secrets before the text is cut, which would leave a part of one.</summary>
    private static string Clean(string text, RequestLine line) => UntrustedText.Clean(line.Scrub(text));

    private static RegistryException Create(
        RegistryFailure reason, RequestLine line, string problem, Exception? inner = null, bool mayBePlainHttp = false) =>
        new(reason, $"{DescribeAttempt(line)}: {line.Scrub(problem)} ({line}).", inner)
        {
            Method = line.Method.Method,
            Uri = line.PublicUri,
            IsFromRedirectTarget = line.IsToOtherHost,
            IsFromTokenServer = line.IsForToken,
            MayBePlainHttp = mayBePlainHttp,
        };
}
