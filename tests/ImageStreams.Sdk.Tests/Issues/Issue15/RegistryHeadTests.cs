using System.Net;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.Tests.Issues;

/// <summary>Issue 15: registries and proxies that do not answer <c>HEAD</c>, or answer it wrongly.</summary>
public sealed class RegistryHeadTests
{
    private const string Manifest = "{\"schemaVersion\":2}";
    private static readonly RegistryRepository Repository = new() { Registry = "reg.example.com", Name = "o/r" };

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(405)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(520)]
    [InlineData(204)]
    public Task Field22_HeadFails_GetDecides(int status) => AssertGetDecidesAsync(() => Reply.Status((HttpStatusCode)status));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public Task Field23_HeadRefusedWithoutAChallenge_GetDecides(int status) =>
        AssertGetDecidesAsync(() => Reply.Status((HttpStatusCode)status));

    [Fact]
    public Task Field23_HeadRefusedWithAChallengeThatNobodyCanAnswer_GetDecides() =>
        AssertGetDecidesAsync(() => Reply.Challenge("Basic realm=\"r\""));

    [Fact]
    public Task Field22_HeadOfNoLength_GetDecides() => AssertGetDecidesAsync(() => Reply.Status(
        HttpStatusCode.OK, "", MediaTypes.DockerSchema2).With("Docker-Content-Digest", Digest.Sha256("x"u8).ToString()));

    /// <summary>A signed URL to which a registry redirects is for one method only.</summary>
    [Fact]
    public async Task Field23_HeadForbiddenAtTheTargetOfARedirect_GetDecides()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Host: "reg.example.com" } => Reply.Redirect("https://cdn.example.net/m"),
            { Method.Method: "HEAD" } => Reply.Status(HttpStatusCode.Forbidden),
            _ => Reply.Manifest(Manifest),
        });

        Assert.Equal(Digest.Sha256("{\"schemaVersion\":2}"u8), await ResolveAsync(handler));
    }

    [Fact]
    public async Task Field22_GetFailsAsWell_ItsAnswerIsReported()
    {
        using var handler = new ScriptedHandler(request => request.Method == HttpMethod.Head
            ? Reply.Status(HttpStatusCode.NotFound)
            : Reply.Status(HttpStatusCode.NotFound, """{"errors":[{"code":"NAME_UNKNOWN","message":"no such repository"}]}"""));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(handler));

        Assert.Equal((RegistryFailure.RepositoryNotFound, "GET"), (exception.Reason, exception.Method));
        Assert.Equal(["HEAD", "GET"], handler.Sent.Select(sent => sent.Method));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Field22_RegistryIsOverloaded_GetsNoFurtherRequest(int status)
    {
        using var handler = new ScriptedHandler(_ => Reply.Status((HttpStatusCode)status));

        await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(handler));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Field23_CredentialsAreRefused_TheyAreNotSentAgain()
    {
        using var handler = new ScriptedHandler(_ => Reply.Challenge("Basic realm=\"r\""));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, RegistryCredentials.For("reg.example.com", "u", "p"), RegistryHandlers.From(handler));

        await Assert.ThrowsAsync<RegistryException>(() => client.ResolveAsync(Repository, "1"));

        Assert.All(handler.Sent, sent => Assert.Equal("HEAD", sent.Method));
        Assert.Single(handler.Sent, sent => sent.Authorization.Length > 0);
    }

    /// <summary>The status of <c>HEAD</c> with a token, and whether the token is that of a login.</summary>
    [Theory]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    public async Task Field23_HeadRefusedWithAToken_GetDecides(int status, bool hasLogin)
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/t" } => Reply.Json("{\"token\":\"t0ken\"}"),
            { Headers.Authorization: null } => Reply.Challenge("Bearer realm=\"https://reg.example.com/t\""),
            { Method.Method: "HEAD" } => Reply.Status((HttpStatusCode)status),
            _ => Reply.Manifest(Manifest),
        });

        var credentials = hasLogin ? RegistryCredentials.For("reg.example.com", "u", "p") : RegistryCredentials.Anonymous;

        Assert.Equal(Digest.Sha256("{\"schemaVersion\":2}"u8), await ResolveAsync(handler, credentials));
        Assert.Equal(("GET", "Bearer t0ken"), (handler.Sent.Last().Method, handler.Sent.Last().Authorization));
    }

    /// <summary>A password that is forbidden something was accepted.</summary>
    [Fact]
    public async Task Field23_HeadForbiddenWithAPassword_GetDecides()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            { Method.Method: "HEAD" } => Reply.Status(HttpStatusCode.Forbidden),
            _ => Reply.Manifest(Manifest),
        });

        Assert.Equal(
            Digest.Sha256("{\"schemaVersion\":2}"u8),
            await ResolveAsync(handler, RegistryCredentials.For("reg.example.com", "u", "p")));
    }

    /// <summary>The password did not go to the target of the redirect.</summary>
    [Fact]
    public async Task Field23_HeadRefusedAtTheTargetOfARedirectOfALogin_GetDecides()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Host: "cdn.example.net", Method.Method: "HEAD" } => Reply.Status(HttpStatusCode.Unauthorized),
            { RequestUri.Host: "cdn.example.net" } => Reply.Manifest(Manifest),
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            _ => Reply.Redirect("https://cdn.example.net/m"),
        });

        Assert.Equal(
            Digest.Sha256("{\"schemaVersion\":2}"u8),
            await ResolveAsync(handler, RegistryCredentials.For("reg.example.com", "u", "p")));
    }

    private static async Task AssertGetDecidesAsync(Func<HttpResponseMessage> head)
    {
        using var handler = new ScriptedHandler(
            request => request.Method == HttpMethod.Head ? head() : Reply.Manifest(Manifest));

        Assert.Equal(Digest.Sha256("{\"schemaVersion\":2}"u8), await ResolveAsync(handler));
        Assert.Equal(["HEAD", "GET"], handler.Sent.Select(sent => sent.Method));
    }

    private static async Task<Digest> ResolveAsync(ScriptedHandler handler, IRegistryCredentialSource? credentials = null)
    {
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, credentials, RegistryHandlers.From(handler));
        return (await client.ResolveAsync(Repository, "1")).Descriptor.Digest;
    }
}
