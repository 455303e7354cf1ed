using System.IO.Compression;
using System.Text;
using ImageStreams.Registries;
using static ImageStreams.Registries.RegistryFailure;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The table of hostile servers of HTTP/1.1.</summary>
internal static class HostileServers
{
    public const string Password = "s3cr3t<&>pw";
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Json = "Content-Type: application/json\r\n";
    private const string Manifest = "Content-Type: application/vnd.oci.image.manifest.v1+json\r\n";
    private const string Chunked = Ok + Manifest + "Transfer-Encoding: chunked\r\n\r\n";
    private static readonly byte[] Bomb = Pack(new byte[8 << 20]);
    private static int _counter;

    public static readonly IReadOnlyList<HostileServer> All =
    [
        // Heads
        new("headers without end", e => e.SendForeverAsync(Ok, "X-A: aaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n"), InvalidResponse),
        new("one header without end", e => e.SendForeverAsync(Ok + "X-A: ", "aaaaaaaa"), InvalidResponse),
        new("header name without end", e => e.SendForeverAsync(Ok, "aaaaaaaa"), InvalidResponse),
        new("status line without end", e => e.SendForeverAsync("HTTP/1.1 200 ", "OK"), InvalidResponse),
        new("status line without code", e => e.SendAsync("HTTP/1.1\r\n\r\n"), InvalidResponse),
        new("status of letters", e => e.SendAsync("HTTP/1.1 abc OK\r\n\r\n"), InvalidResponse),
        new("status of four digits", e => e.SendAsync("HTTP/1.1 2000 OK\r\n\r\n"), InvalidResponse),
        new("status of two digits", e => e.SendAsync("HTTP/1.1 99 OK\r\n\r\n"), InvalidResponse),
        new("version of the future", e => e.SendAsync("HTTP/9.9 200 OK\r\n\r\n"), InvalidResponse),
        new("another protocol", e => e.SendAsync("220 mail.example ESMTP\r\n"), InvalidResponse, Unreachable),
        new("bytes of no protocol", e => e.SendAsync([0, 1, 2, 3, 255, 254, 0, 0, 10, 13, 10, 10]), InvalidResponse, Unreachable),
        new("empty lines without end", e => e.SendForeverAsync("", "\r\n"), InvalidResponse),
        new("header without a colon", e => e.SendAsync(Ok + "nonsense\r\n\r\n"), InvalidResponse),
        new("header with a blank in its name", e => e.SendAsync(Ok + "a b: c\r\n\r\n"), InvalidResponse, Unsupported),
        new("header with a bare CR", e => e.SendAsync(Ok + "a: b\rc: d\r\nContent-Length: 0\r\n\r\n"), InvalidResponse, Unsupported),
        new("header with a NUL", e => e.SendAsync(Ok + "a: b\0c\r\nContent-Length: 0\r\n\r\n"), InvalidResponse, Unsupported),
        new("folded header", e => e.AnswerAsync("200 OK", "X-A: a\r\n b\r\n"), InvalidResponse, Unsupported),
        new("header of bytes beyond ASCII", e => e.AnswerAsync("200 OK", "X-\u00e4: \u00ff\r\n"), InvalidResponse, Unsupported),
        new("media type of 20 kB", e => e.AnswerAsync("200 OK", $"Content-Type: a/{new string('b', 20_000)}\r\n"), Unsupported),
        new("media type with a script", e => e.AnswerAsync("200 OK", "Content-Type: text/<script>alert(1)</script>\r\n"), Unsupported),
        new("headers that drip", e => e.DripAsync(Ok, "a"), RegistryFailure.Timeout),

        // Connections
        new("silence", e => e.HangAsync(), RegistryFailure.Timeout),
        new("silence after the status", e => e.HangAsync("HTTP/1.1 200 OK"), RegistryFailure.Timeout),
        new("silence after the headers", e => e.HangAsync(Ok + Manifest + "Content-Length: 9\r\n\r\n"), RegistryFailure.Timeout),
        new("end before an answer", _ => Task.CompletedTask, Unreachable),
        new("end in the status", e => e.SendAsync("HTTP/1.1 20"), Unreachable, InvalidResponse),
        new("end in a header", e => e.SendAsync(Ok + "Content-Le"), Unreachable, InvalidResponse),
        new("end after the headers", e => e.SendAsync(Ok + Manifest + "Content-Length: 9\r\n\r\n"), Truncated),
        new("reset before an answer", e => e.ResetAsync(), Unreachable),
        new("reset in the body", e => e.ResetAsync(Ok + Manifest + "Content-Length: 9\r\n\r\n{"), Truncated, Unreachable),

        // Lengths
        new("negative length", e => e.SendAsync(Ok + Json + "Content-Length: -1\r\n\r\n{}"), InvalidResponse, Unsupported),
        new("length of letters", e => e.SendAsync(Ok + Json + "Content-Length: abc\r\n\r\n{}"), InvalidResponse, Unsupported),
        new("length beyond 64 bits", e => e.SendAsync(Ok + Json + "Content-Length: 99999999999999999999\r\n\r\n{}"), InvalidResponse, Unsupported, TooLarge),
        new("length of 8 EB", e => e.HangAsync(Ok + Manifest + "Content-Length: 9223372036854775807\r\n\r\n"), TooLarge),
        new("length of 5 GB", e => e.HangAsync(Ok + Manifest + "Content-Length: 5000000000\r\n\r\n"), TooLarge),
        new("two lengths", e => e.SendAsync(Ok + Json + "Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}"), InvalidResponse, Unsupported, Truncated),
        new("body shorter than its length", e => e.SendAsync(Ok + Manifest + "Content-Length: 90\r\n\r\n{}"), Truncated),
        new("body without length or end", e => e.SendForeverAsync(Ok + Manifest + "\r\n", "    "), TooLarge),
        new("blob without length or end", e => e.SendForeverAsync(Ok + "\r\n", "    "), TooLarge) { Ask = HostileServer.GetBlobAsync },
        new("stream without length or end", e => e.SendForeverAsync(Ok + "\r\n", "    "), TooLarge) { Ask = HostileServer.StreamAsync },
        new("body that drips", e => e.DripAsync(Ok + Manifest + "Content-Length: 9000\r\n\r\n", " "), RegistryFailure.Timeout),
        new("stream that drips", e => e.DripAsync(Ok + "Content-Length: 9000\r\n\r\n", " "), RegistryFailure.Timeout) { Ask = HostileServer.StreamAsync },
        new("stream that is cut", e => e.SendAsync(Ok + "Content-Length: 9000\r\n\r\nabc"), Truncated) { Ask = HostileServer.StreamAsync },
        new("stream of other content", e => e.AnswerAsync("200 OK", "", "abc"), DigestMismatch) { Ask = HostileServer.StreamAsync },

        // Chunks
        new("chunk size of letters", e => e.SendAsync(Chunked + "xyz\r\n{}\r\n0\r\n\r\n"), InvalidResponse, Truncated),
        new("negative chunk size", e => e.SendAsync(Chunked + "-2\r\n{}\r\n0\r\n\r\n"), InvalidResponse, Truncated),
        new("chunk size of 64 bits", e => e.SendForeverAsync(Chunked + "ffffffffffffffff\r\n", "    "), InvalidResponse, TooLarge, Truncated),
        new("chunk that lies", e => e.SendAsync(Chunked + "2\r\n{}}}}}}\r\n0\r\n\r\n"), InvalidResponse, Truncated),
        new("chunks without end", e => e.SendForeverAsync(Chunked, "4\r\n    \r\n"), TooLarge),
        new("chunk extension without end", e => e.SendForeverAsync(Chunked + "2;", "aaaaaaaa"), InvalidResponse, Truncated),
        new("trailers without end", e => e.SendForeverAsync(Chunked + "2\r\n{}\r\n0\r\n", "X-A: aaaaaaaa\r\n"), InvalidResponse, Truncated, RegistryFailure.Timeout, TooLarge),
        new("end between chunks", e => e.SendAsync(Chunked + "2\r\n{}\r\n"), Truncated, InvalidResponse),
        new("chunks that drip", e => e.DripAsync(Chunked, "1\r\n \r\n"), RegistryFailure.Timeout),
        new("chunks and a length", e => e.SendAsync(Ok + Json + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"), Unsupported, InvalidResponse, Truncated),

        // Interim answers
        new("100 without end", e => e.SendForeverAsync("", "HTTP/1.1 100 Continue\r\n\r\n"), RegistryFailure.Timeout, InvalidResponse),
        new("103 without end", e => e.SendForeverAsync("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), RegistryFailure.Timeout, InvalidResponse),
        new("103 that drips", e => e.DripAsync("", "HTTP/1.1 103 Early Hints\r\n\r\n"), RegistryFailure.Timeout),
        new("101", e => e.SendAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"), InvalidResponse),
        new("204", e => e.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"), InvalidResponse),
        new("206", e => e.AnswerAsync("206 Partial Content", Manifest, "{}"), InvalidResponse),
        new("304", e => e.SendAsync("HTTP/1.1 304 Not Modified\r\n\r\n"), InvalidResponse),

        // Redirects
        new("redirect to itself", e => e.AnswerAsync("307 Moved", $"Location: {e.Path}\r\n"), RedirectRefused),
        new("redirects without end", e => e.AnswerAsync("307 Moved", $"Location: /{Interlocked.Increment(ref _counter)}\r\n"), RedirectRefused),
        new("redirect to nowhere", e => e.AnswerAsync("307 Moved"), RedirectRefused),
        new("redirect to a file", e => e.AnswerAsync("307 Moved", "Location: file:///etc/passwd\r\n"), RedirectRefused),
        new("redirect to a login", e => e.AnswerAsync("307 Moved", $"Location: http://user:pw@{e.Host}/\r\n"), RedirectRefused),
        new("redirect to metadata", e => e.AnswerAsync("307 Moved", "Location: http://169.254.169.254/latest\r\n"), RedirectRefused),
        new("redirect with line breaks", e => e.AnswerAsync("307 Moved", "Location: /a%0d%0aX-Evil:%20b\r\n"), RedirectRefused),
        new("redirect of 50 kB", e => e.AnswerAsync("307 Moved", $"Location: /{new string('a', 50_000)}\r\n"), RedirectRefused),
        new("redirect with a body without end", e => e.SendForeverAsync($"HTTP/1.1 307 Moved\r\nLocation: {e.Path}\r\n\r\n", "    "), RedirectRefused),

        // Compressed bodies
        new("bomb", e => e.AnswerAsync("200 OK", Manifest + "Content-Encoding: gzip\r\n", Bomb), TooLarge),
        new("bomb in a bomb", e => e.AnswerAsync("200 OK", Manifest + "Content-Encoding: gzip, gzip\r\n", Pack(Bomb)), TooLarge),
        new("bomb in a stream", e => e.AnswerAsync("200 OK", "Content-Encoding: gzip\r\n", Bomb), TooLarge) { Ask = HostileServer.StreamAsync },
        new("bomb in a failure", e => e.AnswerAsync("403 No", Json + "Content-Encoding: gzip\r\n", Bomb), Denied),
        new("bomb in a list", e => e.AnswerAsync("200 OK", Json + "Content-Encoding: gzip\r\n", Bomb), TooLarge) { Ask = HostileServer.ListTagsAsync },
        new("damaged gzip", e => e.AnswerAsync("200 OK", Manifest + "Content-Encoding: gzip\r\n", "nonsense"), InvalidResponse),
        new("damaged brotli", e => e.AnswerAsync("200 OK", Manifest + "Content-Encoding: br\r\n", "nonsense!"), InvalidResponse),
        new("ten codings", e => e.AnswerAsync("200 OK", Manifest + $"Content-Encoding: {string.Join(", ", Enumerable.Repeat("gzip", 10))}\r\n", "nonsense"), Unsupported),

        // JSON and lists
        new("JSON of 100,000 levels", e => e.AnswerAsync("200 OK", Json, new string('[', 60_000)), InvalidResponse) { Ask = HostileServer.ListTagsAsync },
        new("JSON that ends early", e => e.AnswerAsync("200 OK", Json, "{\"tags\":[\"a\","), InvalidResponse) { Ask = HostileServer.ListTagsAsync },
        new("JSON of UTF-16", e => e.AnswerAsync("200 OK", Json, Encoding.Unicode.GetBytes("{\"tags\":[]}")), InvalidResponse) { Ask = HostileServer.ListTagsAsync },
        new("JSON of blanks without end", e => e.SendForeverAsync(Ok + Json + "\r\n", "    "), TooLarge) { Ask = HostileServer.ListTagsAsync },
        new("tags that are objects", e => e.AnswerAsync("200 OK", Json, "{\"tags\":[{\"name\":\"1\"}]}"), InvalidResponse) { Ask = HostileServer.ListTagsAsync },
        new("HTML for a list", e => e.AnswerAsync("200 OK", "Content-Type: text/html\r\n", "<html>"), Unsupported) { Ask = HostileServer.ListTagsAsync },
        new("pages without end", e => e.AnswerAsync("200 OK", Json + $"Link: <?last={Interlocked.Increment(ref _counter)}>; rel=\"next\"\r\n", "{\"tags\":[\"a\"]}"), TooLarge) { Ask = HostileServer.ListTagsAsync },
        new("link of 20 kB", e => e.AnswerAsync("200 OK", Json + $"Link: <?last={new string('a', 20_000)}>; rel=\"next\"\r\n", "{\"tags\":[]}"), InvalidResponse) { Ask = HostileServer.ListTagsAsync },
        new("link to another host", e => e.AnswerAsync("200 OK", Json + "Link: <http://evil.example/v2/o/r/tags/list?n=1>; rel=\"next\"\r\n", "{\"tags\":[]}"), InvalidResponse) { Ask = HostileServer.ListTagsAsync },
        new("referrers that are numbers", e => e.AnswerAsync("200 OK", Json, "{\"manifests\":[1,2,3]}"), InvalidResponse) { Ask = HostileServer.ListReferrersAsync },

        // Digests
        new("digest of another content", e => e.AnswerAsync("200 OK", Manifest + $"Docker-Content-Digest: sha256:{new string('0', 64)}\r\n", "{\"schemaVersion\":2}"), DigestMismatch),
        new("digest of 50 kB", e => e.AnswerAsync("200 OK", Manifest + $"Docker-Content-Digest: sha256:{new string('0', 50_000)}\r\n", "{}"), InvalidResponse),
        new("HEAD with a body", e => e.AnswerAsync("404 No", "", "abc"), ManifestNotFound) { Ask = HostileServer.ResolveAsync },

        // Failures
        new("failure with a body without end", e => e.SendForeverAsync("HTTP/1.1 500 No\r\n\r\n", "<html>"), ServerError),
        new("failure with a body that drips", e => e.DripAsync("HTTP/1.1 404 No\r\n\r\n", " "), ManifestNotFound, RegistryFailure.Timeout),
        new("failure with 10,000 errors", e => e.AnswerAsync("400 No", Json, $"{{\"errors\":[{string.Join(',', Enumerable.Repeat("{\"code\":\"A\"}", 5000))}]}}"), Rejected),
        new("wait of a million years", e => e.AnswerAsync("429 Slow", "Retry-After: 31536000000000\r\n"), RateLimited),
        new("failure that echoes the request", e => e.IsAuthorized
            ? e.AnswerAsync("403 No", Json, Echo(e))
            : e.AnswerAsync("401 No", "WWW-Authenticate: Basic realm=\"r\"\r\n"), Denied),

        // Authentication
        new("challenge without end", e => e.SendForeverAsync("HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer realm=\"", "aaaaaaaa"), InvalidResponse),
        new("5,000 challenges", e => e.AnswerAsync("401 No", $"WWW-Authenticate: {string.Join(", ", Enumerable.Repeat("a b=c", 5000))}\r\n"), Unauthorized),
        new("refusal with a body without end", e => e.SendForeverAsync("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"r\"\r\n\r\n", "    "), Unauthorized),
        new("realms without end", e => e.AnswerAsync("401 No", $"WWW-Authenticate: Bearer realm=\"http://{e.Host}/t{Interlocked.Increment(ref _counter)}\"\r\n"), Unauthorized),
        new("realm of another domain", e => Challenge(e, "http://evil.example/t"), TokenRealmRefused),
        new("realm on another port", e => Challenge(e, "http://127.0.0.1:1/t"), TokenRealmRefused),
        new("token of 10 MB", e => Token(e, x => x.SendForeverAsync(Ok + Json + "\r\n{\"token\":\"", "aaaaaaaa")), TooLarge),
        new("token of deep JSON", e => Token(e, x => x.AnswerAsync("200 OK", Json, new string('{', 5000))), InvalidResponse),
        new("token with line breaks", e => Token(e, x => x.AnswerAsync("200 OK", Json, "{\"token\":\"a\\r\\nX-Evil: b\"}")), InvalidResponse),
        new("token that is a number", e => Token(e, x => x.AnswerAsync("200 OK", Json, "{\"token\":5}")), InvalidResponse),
        new("token that drips", e => Token(e, x => x.DripAsync(Ok + Json + "\r\n", " ")), RegistryFailure.Timeout),
        new("token server that redirects", e => Token(e, x => x.AnswerAsync("307 Moved", "Location: http://evil.example/\r\n")), InvalidResponse, RedirectRefused),
        new("token server that echoes the request", e => Token(e, x => x.AnswerAsync("403 No", Json, Echo(x))), Denied, Unauthorized),
    ];

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>Challenges every request, and lets a handler answer at the token server.</summary>
    private static Task Token(HostileExchange exchange, Func<HostileExchange, Task> answer) =>
        exchange.Path.StartsWith("/token", StringComparison.Ordinal) ? answer(exchange) : Challenge(exchange, $"http://{exchange.Host}/token");

    private static Task Challenge(HostileExchange exchange, string realm) =>
        exchange.AnswerAsync("401 No", $"WWW-Authenticate: Bearer realm=\"{realm}\"\r\n");

    private static string Echo(HostileExchange exchange) =>
        $"{{\"errors\":[{{\"code\":\"DENIED\",\"message\":\"{exchange.Request.Replace("\r\n", " ", StringComparison.Ordinal)}\",\"detail\":\"{System.Net.WebUtility.HtmlEncode(Password)}\"}}]}}";
}
