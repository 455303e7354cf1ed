using System.Globalization;
using System.Net;
using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Secrets that a registry echoes, in whatever spelling.</summary>
public sealed class EchoedSecretsTests
{
    private const string User = "robot";
    private const string Password = "p<w>&\"d'é/+ü=%41";
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "o/r" };

    /// <summary>Base64 that a media type and a host may have in them.</summary>
    private static readonly string PlainPair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:Passw0rd1"));

    public static TheoryData<string, string> Spellings => new()
    {
        { "plain", Password },
        { "base64 of the login", Pair },
        { "base64 without padding", Pair.TrimEnd('=') },
        { "html", WebUtility.HtmlEncode(Password) },
        { "html with decimal entities", Entities("#", "") },
        { "html with hexadecimal entities", Entities("#x", "x2") },
        { "html with names", Password.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal) },
        { "url", Uri.EscapeDataString(Password) },
        { "url in lower case", Uri.EscapeDataString(Password).ToLowerInvariant().Replace("p%3c", "p%3c", StringComparison.Ordinal) },
        { "form", WebUtility.UrlEncode(Password) },
        { "json with all escaped", string.Concat(Password.Select(c => $"\\u{(int)c:x4}")) },
        { "json in upper case", string.Concat(Password.Select(c => $"\\u{(int)c:X4}")) },
        { "json with slashes", Password.Replace("/", "\\/", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) },
    };

    private static string Pair => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));

    /// <summary>The token server got the login, the registry only the token; both may know the login.</summary>
    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task LoginThatWasExchangedForAToken_IsBlanked(string spelling, string secret)
    {
        var body = $"{{\"errors\":[{{\"code\":\"DENIED\",\"message\":{Quote("hello " + secret + " there")}}}]}}";
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/t" } => Reply.Json("{\"token\":\"t0ken\"}"),
            { Headers.Authorization: null } => Reply.Challenge("Bearer realm=\"https://registry.example/t\""),
            _ => Reply.Status(HttpStatusCode.Forbidden, body),
        });
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, RegistryCredentials.For("registry.example", User, Password), RegistryHandlers.From(handler));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        var error = Assert.Single(exception.Errors);
        Assert.True(error.Message.Contains("***", StringComparison.Ordinal), $"{spelling}: {error.Message}");
        Assert.DoesNotContain(secret, exception.ToString() + error.Message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A message shows the beginning of a long header only, which must not end within a secret.</summary>
    [Theory]
    [InlineData("Content-Type", "application/")]
    [InlineData("Content-Encoding", "")]
    [InlineData("Content-Encoding", "gzip, br, ")]
    [InlineData("Docker-Content-Digest", "sha256:")]
    public async Task SecretAtTheEndOfALongHeader_IsBlankedAsAWhole(string header, string start)
    {
        var value = start + new string('x', 245 - start.Length) + PlainPair;

        var exception = await FailAsync(_ => Reply.Manifest().With(header, value));

        Assert.Contains("xxxx", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(PlainPair[..5], exception.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The host of a redirect has the secret in lower case, and may have the path of the request.</summary>
    [Theory]
    [InlineData("https://{0}.evil.example/v2/o/r/manifests/1", "https://xxx.evil.example")]
    [InlineData("https://evil.example.{0}/x", "https://evil.example.xxx")]
    [InlineData("https://evil.example/{0}/x", "https://evil.example")]
    public async Task RedirectWithASecret_IsBlankedInTheAddress(string location, string shown)
    {
        var target = string.Format(CultureInfo.InvariantCulture, location, PlainPair);

        var refused = await FailAsync(request => request.RequestUri!.Host == "registry.example"
            ? Reply.Redirect(target)
            : Reply.Status(HttpStatusCode.NotFound));
        var unreachable = await FailAsync(request => request.RequestUri!.Host == "registry.example"
            ? Reply.Redirect(target)
            : throw new HttpRequestException(HttpRequestError.ConnectionError, "no route"));

        Assert.All([refused, unreachable], exception =>
        {
            Assert.Equal(shown, exception.Uri!.GetLeftPart(UriPartial.Authority));
            Assert.DoesNotContain(PlainPair, exception.Message + exception.Uri, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("the password is wrong")]
    [InlineData("5 &lt; 6 and 100%25")]
    [InlineData("C:\\\\temp\\\\u0041")]
    public void TextWithoutSecrets_StaysAsItIs(string text) => Assert.Equal(text, new SecretScrubber([Password, Pair]).Scrub(text));

    private static async Task<RegistryException> FailAsync(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var handler = new ScriptedHandler(request =>
            request.RequestUri!.Host == "registry.example" && request.Headers.Authorization is null
                ? Reply.Challenge("Basic realm=\"r\"")
                : answer(request));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 },
            RegistryCredentials.For("registry.example", User, "Passw0rd1"),
            RegistryHandlers.From(handler));
        return await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));
    }

    /// <summary>Spells each character that is no letter as an entity.</summary>
    private static string Entities(string prefix, string format) => string.Concat(
        Password.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"&{prefix}{((int)c).ToString(format, null)};"));

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
