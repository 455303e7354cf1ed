using System.Buffers.Text;
using System.Net;
using System.Security.Authentication;
using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>The table of hostile and malformed answers.</summary>
internal static class HostileAnswers
{
    public const string Host = "registry.example.com";
    public const string Password = "s3cr3t-pw";
    public const string Token = "t0ken-s3cr3t";
    private const string Bearer = "Bearer realm=\"https://auth.example.com/token\",service=\"registry\"";
    private static readonly Digest Other = Digest.Sha256("other"u8);

    public static readonly RegistryRepository Repository = new() { Registry = Host, Name = "library/app" };

    public static readonly IReadOnlyList<HostileCase> All =
    [
        // Content
        new("content of another digest than announced", RegistryFailure.DigestMismatch, null, "should have digest sha256:",
            _ => Reply.Manifest().With("Docker-Content-Digest", Other.ToString())),
        new("content of another digest than asked for", RegistryFailure.DigestMismatch, null, $"should have digest {Other}",
            _ => Reply.Manifest()) { Ask = (client, token) => client.GetManifestAsync(Repository, Other, token) },
        new("HEAD of another digest than asked for", RegistryFailure.DigestMismatch, null, $"should have digest {Other}",
            _ => Reply.Manifest().With("Docker-Content-Digest", Digest.Sha256("x"u8).ToString()))
            { Ask = (client, token) => client.ResolveAsync(Repository, Other.ToString(), token) },
        new("blob of another digest", RegistryFailure.DigestMismatch, null, $"should have digest {Other}",
            _ => Reply.Body([1, 2, 3], "application/octet-stream")) { Ask = GetBlob },
        new("streamed blob of another digest", RegistryFailure.DigestMismatch, null, $"should have digest {Other}",
            _ => Reply.Body([1, 2, 3], "application/octet-stream")) { Ask = ReadBlob },
        new("digest header that is none", RegistryFailure.InvalidResponse, null, "content digest 'sha256:xyz' is not a digest",
            _ => Reply.Manifest().With("Docker-Content-Digest", "sha256:xyz")),
        new("HTML instead of a manifest", RegistryFailure.Unsupported, null, "text/html is not the media type of a manifest",
            _ => Reply.Status(HttpStatusCode.OK, "<html>login</html>", "text/html; charset=utf-8")),
        new("JSON that is no manifest", RegistryFailure.Unsupported, null, "application/json is not the media type of a manifest",
            _ => Reply.Json("{\"hello\":\"world\"}")),
        new("answer that is compressed in an unknown way", RegistryFailure.Unsupported, null, "compressed by 'zstd'",
            _ => Reply.Manifest().With("Content-Encoding", "zstd")),
        new("answer that claims to be compressed", RegistryFailure.InvalidResponse, null, "compressed body is damaged",
            _ => Reply.Manifest().With("Content-Encoding", "gzip")),
        new("signed manifest without its signature", RegistryFailure.InvalidResponse, null, "signatures of the schema 1 manifest",
            _ => Reply.Status(HttpStatusCode.OK, "{\"schemaVersion\":1,\"signatures\":[{}]}", MediaTypes.DockerSchema1Signed)),
        new("signed manifest whose payload is longer than itself", RegistryFailure.InvalidResponse, null, "signatures of the schema 1 manifest",
            _ => Reply.Status(HttpStatusCode.OK, SignedBeyondItself, MediaTypes.DockerSchema1Signed)),
        new("signed manifest that shows another than its payload", RegistryFailure.InvalidResponse, null, "signatures of the schema 1 manifest",
            _ => Reply.Status(HttpStatusCode.OK, Signed("{\"schemaVersion\":1,\"name\":\"evil\"", 0, "other"), MediaTypes.DockerSchema1Signed))
            { Ask = (client, token) => client.GetManifestAsync(Repository, Other, token) },
        new("signed manifest with more than its payload", RegistryFailure.InvalidResponse, null, "signatures of the schema 1 manifest",
            _ => Reply.Status(HttpStatusCode.OK, Signed("{\"schemaVersion\":1,\"name\":\"evil\"", 18, "}"), MediaTypes.DockerSchema1)),

        new("media type that echoes the credentials", RegistryFailure.Unsupported, null, "*** is not the media type",
            _ => Reply.Status(HttpStatusCode.OK, "", $"text/{Password}")),
        new("digest that echoes the credentials", RegistryFailure.InvalidResponse, null, "'***' is not a digest",
            request => Reply.Manifest().With("Docker-Content-Digest", request.Headers.Authorization!.Parameter!)),
        new("redirect that echoes the credentials", RegistryFailure.ManifestNotFound, 404, "no such manifest",
            request => request.RequestUri!.AbsolutePath == "/" + Password ? Reply.Status(HttpStatusCode.NotFound) : Reply.Redirect("/" + Password)),

        // Length
        new("body cut short", RegistryFailure.Truncated, null, "connection broke before the end",
            _ => Reply.Stream(new EndlessStream(breaksAfter: 1), MediaTypes.DockerSchema2)),
        new("body shorter than announced", RegistryFailure.Truncated, null, "1000 bytes were announced and 19 came",
            _ => Reply.Manifest().With("Content-Length", "1000")),
        new("endless body", RegistryFailure.TooLarge, null, "exceeds 4194304 bytes",
            _ => Reply.Stream(new EndlessStream(), MediaTypes.DockerSchema2)),
        new("body announced beyond the cap", RegistryFailure.TooLarge, null, "exceeds 4194304 bytes",
            _ => Reply.Manifest().With("Content-Length", "4194305")),
        new("endless blob", RegistryFailure.TooLarge, null, "exceeds 8388608 bytes",
            _ => Reply.Stream(new EndlessStream(), "application/octet-stream")) { Ask = GetBlob },
        new("endless error", RegistryFailure.ManifestNotFound, 404, "no such manifest",
            _ => Reply.Stream(new EndlessStream(), "application/json", HttpStatusCode.NotFound)),

        // Redirects
        new("redirect in a circle", RegistryFailure.RedirectRefused, null, "more than 5 redirects",
            request => Reply.Redirect(request.RequestUri!.ToString())),
        new("redirect to plain HTTP", RegistryFailure.RedirectRefused, null, "leaves HTTPS for plain HTTP at files.example.net",
            _ => Reply.Redirect("http://files.example.net/x")),
        new("redirect to no address", RegistryFailure.RedirectRefused, null, "names no HTTP address",
            _ => Reply.Status(HttpStatusCode.Found)),
        new("redirect to a file", RegistryFailure.RedirectRefused, null, "names no HTTP address",
            _ => Reply.Redirect("file:///etc/passwd")),
        new("redirect to a host that requires credentials", RegistryFailure.Unauthorized, 401, "files.example.net",
            request => request.RequestUri!.Host == Host ? Reply.Redirect("https://files.example.net/x?sig=abc") : Reply.Challenge("Basic realm=\"x\"")),
        new("redirect to a host that hands out tokens", RegistryFailure.Unauthorized, 401, "files.example.net",
            request => request.RequestUri!.Host == Host ? Reply.Redirect("https://files.example.net/x") : Reply.Challenge(Bearer)),

        // Status
        new("401 without a challenge", RegistryFailure.Unauthorized, 401, "sends no challenge",
            _ => Reply.Status(HttpStatusCode.Unauthorized)) { SeesAnonymous = true },
        new("401 with a challenge that is noise", RegistryFailure.Unauthorized, 401, "credentials and none were found",
            _ => Reply.Challenge("=,\"=;Digest\u00e9\"")) { SeesAnonymous = true },
        new("401 again and again", RegistryFailure.Unauthorized, 401, "credentials were not accepted",
            _ => Reply.Challenge("Basic realm=\"x\"")) { SeesAnonymous = true },
        new("403 that echoes the credentials", RegistryFailure.Denied, 403, "access is denied",
            request => Reply.Status(HttpStatusCode.Forbidden, $"{{\"errors\":[{{\"code\":\"DENIED\",\"message\":\"{request.Headers.Authorization} {Password}\",\"detail\":\"{Password}\"}}]}}")),
        new("404 that explains itself", RegistryFailure.RepositoryNotFound, 404, "NAME_UNKNOWN: no such name",
            _ => Reply.Status(HttpStatusCode.NotFound, "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"no such name\"}]}")),
        new("408", RegistryFailure.Timeout, 408, "gave up waiting", _ => Reply.Status(HttpStatusCode.RequestTimeout)),
        new("418", RegistryFailure.Rejected, 418, "was rejected", _ => Reply.Status((HttpStatusCode)418)),
        new("429 without Retry-After", RegistryFailure.RateLimited, 429, "fewer requests",
            _ => Reply.Status(HttpStatusCode.TooManyRequests)),
        new("429 with seconds", RegistryFailure.RateLimited, 429, "fewer requests",
            _ => Reply.Status(HttpStatusCode.TooManyRequests).With("Retry-After", "7")) { RetryAfter = TimeSpan.FromSeconds(7) },
        new("429 with a date", RegistryFailure.RateLimited, 429, "fewer requests",
            _ => Reply.Status(HttpStatusCode.TooManyRequests).With("Retry-After", "Sat, 01 Jan 2000 00:00:09 GMT"))
            { RetryAfter = TimeSpan.FromSeconds(9) },
        new("429 with nonsense", RegistryFailure.RateLimited, 429, "fewer requests",
            _ => Reply.Status(HttpStatusCode.TooManyRequests).With("Retry-After", "soon")),
        new("500 in HTML", RegistryFailure.ServerError, 500, "the registry failed",
            _ => Reply.Status(HttpStatusCode.InternalServerError, "<h1>oops</h1>", "text/html")),
        new("500 in deep JSON", RegistryFailure.ServerError, 500, "the registry failed",
            _ => Reply.Status(HttpStatusCode.InternalServerError, new string('[', 10_000))),
        new("501", RegistryFailure.ServerError, 501, "the registry failed", _ => Reply.Status(HttpStatusCode.NotImplemented)),
        new("204", RegistryFailure.InvalidResponse, 204, "is unexpected", _ => Reply.Status(HttpStatusCode.NoContent)),

        // Lists
        new("tags in deep JSON", RegistryFailure.InvalidResponse, null, "not valid JSON",
            _ => Reply.Json("{\"tags\":" + new string('[', 10_000))) { Ask = ListTags },
        new("tags in HTML", RegistryFailure.Unsupported, null, "text/html came where JSON was requested",
            _ => Reply.Status(HttpStatusCode.OK, "<p>", "text/html")) { Ask = ListTags },
        new("tags in half an object", RegistryFailure.InvalidResponse, null, "not valid JSON", _ => Reply.Json("{\"tags\":[")) { Ask = ListTags },
        new("tags in no object", RegistryFailure.InvalidResponse, null, "not a JSON object", _ => Reply.Json("[]")) { Ask = ListTags },
        new("tags that are a number", RegistryFailure.InvalidResponse, null, "'tags' is not an array", _ => Reply.Json("{\"tags\":1}")) { Ask = ListTags },
        new("tags that are no texts", RegistryFailure.InvalidResponse, null, "'tags[1]' is not a text",
            _ => Reply.Json("{\"tags\":[\"ok\",{\"name\":\"1\"}]}")) { Ask = ListTags },
        new("list with half a surrogate pair for a name", RegistryFailure.InvalidResponse, null, "not valid JSON",
            _ => Reply.Json("{\"\\ud800xxxxxxxxxxxxxxxx\":1}")) { Ask = ListTags },
        new("error with half a surrogate pair for a name", RegistryFailure.Rejected, 400, "was rejected",
            _ => Reply.Status(HttpStatusCode.BadRequest, "{\"\\ud800xxxxxxxxxxxxxxxx\":1}")),
        new("manifest with half a surrogate pair for a name", RegistryFailure.Unsupported, null, "is not the media type of a manifest",
            _ => Reply.Json("{\"\\ud800xxxxxxxxxxxxxxxx\":1}")),
        new("Link that is malformed", RegistryFailure.InvalidResponse, null, "is malformed",
            _ => Reply.Json("{\"tags\":[]}").With("Link", "</v2/library/app/tags/list; rel=next")) { Ask = ListTags },
        new("Link to another host", RegistryFailure.InvalidResponse, null, "leads to another host, evil.example.net",
            _ => Reply.Json("{\"tags\":[]}").With("Link", "<https://evil.example.net/v2/library/app/tags/list>; rel=\"next\"")) { Ask = ListTags },
        new("Link without a page", RegistryFailure.InvalidResponse, null, "names no page",
            _ => Reply.Json("{\"tags\":[]}").With("Link", "<https://registry.example.com:444/v2/library/app/tags/list>; rel=\"next\"")) { Ask = ListTags },
        new("Link out of the list", RegistryFailure.InvalidResponse, null, "leads out of the list",
            _ => Reply.Json("{\"tags\":[]}").With("Link", "</v2/other/tags/list>; rel=\"next\"")) { Ask = ListTags },
        new("Link in a circle", RegistryFailure.InvalidResponse, null, "leads back to a page",
            _ => Reply.Json("{\"tags\":[]}").With("Link", "</v2/library/app/tags/list?last=a>; rel=\"next\"")) { Ask = ListTags },
        new("list without end", RegistryFailure.TooLarge, null, "exceeds 1000 pages",
            request => Reply.Json("{\"tags\":[]}").With("Link", $"<{request.RequestUri!.AbsolutePath}?last={Interlocked.Increment(ref _page)}>; rel=\"next\"")) { Ask = ListTags },
        new("referrers that are no descriptors", RegistryFailure.InvalidResponse, null, "'manifests[0]' is not a descriptor",
            _ => Reply.Json("{\"manifests\":[{\"digest\":\"sha256:1\"}]}")) { Ask = ListReferrers },

        // Tokens
        TokenCase("token over plain HTTP", RegistryFailure.TokenRealmRefused, "reached over plain HTTP",
            "Bearer realm=\"http://auth.example.com/token\""),
        TokenCase("token from another domain", RegistryFailure.TokenRealmRefused, "auth.evil.net belongs to another domain",
            "Bearer realm=\"https://auth.evil.net/token\""),
        TokenCase("token from a similar domain", RegistryFailure.TokenRealmRefused, "belongs to another domain",
            "Bearer realm=\"https://evilexample.com/token\""),
        TokenCase("token from nowhere", RegistryFailure.InvalidResponse, "names no usable token server", "Bearer service=\"x\""),
        TokenCase("token realm with an account of its own", RegistryFailure.InvalidResponse, "names no usable token server",
            "Bearer realm=\"https://me:you@auth.example.com/token\""),
        TokenAnswer("token server that sends HTML", RegistryFailure.InvalidResponse, null, "not valid JSON",
            _ => Reply.Status(HttpStatusCode.OK, "<html>", "text/html")),
        TokenAnswer("token server without a token", RegistryFailure.InvalidResponse, null, "no usable token", _ => Reply.Json("{}")),
        TokenAnswer("token with a line break", RegistryFailure.InvalidResponse, null, "no usable token",
            _ => Reply.Json("{\"token\":\"a\\r\\nX-Evil: 1\"}")),
        TokenAnswer("token server that is endless", RegistryFailure.TooLarge, null, "exceeds 131072 bytes",
            _ => Reply.Stream(new EndlessStream(), "application/json")),
        TokenAnswer("token server that refuses", RegistryFailure.Unauthorized, 401, "credentials were not accepted",
            _ => Reply.Status(HttpStatusCode.Unauthorized)),
        TokenAnswer("token server that redirects away", RegistryFailure.InvalidResponse, 307, "is unexpected",
            _ => Reply.Redirect("https://evil.example.net/token")),
        TokenAnswer("token that is refused and echoed", RegistryFailure.Unauthorized, 401, "not accepted",
            _ => Reply.Json($"{{\"token\":\"{Token}\"}}")),

        // Network
        new("nobody there", RegistryFailure.Unreachable, null, "registry.example.com could not be reached",
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
        new("untrusted certificate", RegistryFailure.Tls, null, "no trusted TLS connection",
            _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "tls", new AuthenticationException("untrusted"))),
        new("headers that never end", RegistryFailure.InvalidResponse, null, "not valid HTTP",
            _ => throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "too long")),
    ];

    private static int _page;

    private static string SignedBeyondItself => Signed("{\"schemaVersion\":1", 100_000, "\n}");

    private static string Signed(string open, int length, string tail)
    {
        var header = $"{{\"formatLength\":{length},\"formatTail\":\"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(tail))}\"}}";
        return $"{open},\"signatures\":[{{\"protected\":\"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}\"}}]}}";
    }

    private static HostileCase TokenCase(string name, RegistryFailure failure, string message, string challenge) =>
        new(name, failure, null, message, _ => Reply.Challenge(challenge)) { SeesAnonymous = true };

    private static HostileCase TokenAnswer(
        string name, RegistryFailure failure, int? status, string message, Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        new(name, failure, status, message, request => request.RequestUri!.Host == Host ? Refuse(request) : answer(request))
        {
            SeesAnonymous = true,
        };

    private static HttpResponseMessage Refuse(HttpRequestMessage request) =>
        Reply.Status(HttpStatusCode.Unauthorized, $"{{\"errors\":[{{\"message\":\"{request.Headers.Authorization} {Password}\"}}]}}")
            .With("WWW-Authenticate", Bearer);

    private static Task<RegistryBlob> GetBlob(IRegistryClient client, CancellationToken token) =>
        client.GetBlobAsync(Repository, Other, token);

    private static async Task ReadBlob(IRegistryClient client, CancellationToken token)
    {
        await using var stream = await client.OpenBlobAsync(Repository, Other, token);
        await stream.CopyToAsync(Stream.Null, token);
    }

    private static async Task ListTags(IRegistryClient client, CancellationToken token)
    {
        await foreach (var _ in client.ListTagsAsync(Repository, token))
        {
        }
    }

    private static async Task ListReferrers(IRegistryClient client, CancellationToken token)
    {
        await foreach (var _ in client.ListReferrersAsync(Repository, Other, null, token))
        {
        }
    }
}
