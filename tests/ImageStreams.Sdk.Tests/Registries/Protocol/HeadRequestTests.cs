using System.Net;
using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Registries and proxies that do not answer <c>HEAD</c>, or answer it wrongly.</summary>
public sealed class HeadRequestTests
{
    private const string Manifest = "{\"schemaVersion\":2}";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly RegistryRepository Repository = new() { Registry = "reg.example.com", Name = "o/r" };

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(405)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(520)]
    [InlineData(204)]
    public Task HeadFails_GetDecides(int status) => AssertGetDecidesAsync(() => Reply.Status((HttpStatusCode)status));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public Task HeadRefusedWithoutAChallenge_GetDecides(int status) =>
        AssertGetDecidesAsync(() => Reply.Status((HttpStatusCode)status));

    [Fact]
    public Task HeadRefusedWithAChallengeThatNobodyCanAnswer_GetDecides() =>
        AssertGetDecidesAsync(() => Reply.Challenge("Basic realm=\"r\""));

    [Fact]
    public Task HeadOfNoLength_GetDecides() => AssertGetDecidesAsync(() => Reply.Status(
        HttpStatusCode.OK, "", MediaTypes.DockerSchema2).With("Docker-Content-Digest", Digest.Sha256("x"u8).ToString()));

    /// <summary>A signed URL to which a registry redirects is for one method only.</summary>
    [Fact]
    public async Task HeadForbiddenAtTheTargetOfARedirect_GetDecides()
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
    public async Task GetFailsAsWell_ItsAnswerIsReported()
    {
        using var handler = new ScriptedHandler(request => request.Method == HttpMethod.Head
            ? Reply.Status(HttpStatusCode.NotFound)
            : Reply.Status(HttpStatusCode.NotFound, """{"errors":[{"code":"NAME_UNKNOWN","message":"no such repository"}]}"""));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(handler));

        Assert.Equal((RegistryFailure.RepositoryNotFound, "GET"), (exception.Reason, exception.Method));
        Assert.Equal(["HEAD", "GET"], handler.Sent.Select(sent => sent.Method));
    }

    /// <summary>OpenShift asks by GET, which may work where HEAD never does; a registry that is overloaded gets one request more
    /// than before.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task HeadAlwaysFails_GetDecides(int status)
    {
        await AssertGetDecidesAsync(() => Reply.Status((HttpStatusCode)status), maxAttempts: 1);
        await AssertGetDecidesAsync(() => Reply.Status((HttpStatusCode)status), maxAttempts: 4);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task RegistryIsDown_HeadTakesNoRetries(int status)
    {
        var time = new ImpatientTimeProvider(Limit);
        using var handler = new ScriptedHandler(_ => Reply.Status((HttpStatusCode)status));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 3, AttemptTimeout = Limit }, handlers: RegistryHandlers.From(handler), timeProvider: time);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.ResolveAsync(Repository, "1"));

        Assert.Equal((RegistryFailure.ServerError, "GET"), (exception.Reason, exception.Method));
        Assert.Equal(["HEAD", "GET", "GET", "GET"], handler.Sent.Select(sent => sent.Method));
        Assert.Equal(2, time.Waits.Count);
    }

    /// <summary>The circuit breaker of a registry stays closed: for each HEAD that fails, a GET succeeds.</summary>
    [Fact]
    public async Task HeadAlwaysFails_ManyTags_AreResolved()
    {
        using var handler = new ScriptedHandler(
            request => request.Method == HttpMethod.Head ? Reply.Status(HttpStatusCode.BadGateway) : Reply.Manifest(Manifest));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        for (var i = 0; i < 50; i++)
        {
            await client.ResolveAsync(Repository, $"{i}");
        }

        Assert.Equal(100, handler.Sent.Count);
    }

    [Fact]
    public async Task HeadAsksForAWait_GetWaits()
    {
        var time = new ImpatientTimeProvider(Limit);
        using var handler = new ScriptedHandler(request => request.Method == HttpMethod.Head
            ? Reply.Status(HttpStatusCode.ServiceUnavailable).With("Retry-After", "7")
            : Reply.Manifest(Manifest));
        using var client = new HttpRegistryClient(
            new() { AttemptTimeout = Limit }, handlers: RegistryHandlers.From(handler), timeProvider: time);

        await client.ResolveAsync(Repository, "1");

        Assert.Equal([TimeSpan.FromSeconds(7)], time.Waits);
        Assert.Equal(["HEAD", "GET"], handler.Sent.Select(sent => sent.Method));
    }

    [Theory]
    [InlineData(429, "")]
    [InlineData(503, "31")]
    [InlineData(500, "3600")]
    public async Task RegistryIsOverloaded_GetsNoFurtherRequest(int status, string retryAfter)
    {
        using var handler = new ScriptedHandler(_ => Reply.Status((HttpStatusCode)status).With("Retry-After", retryAfter));

        await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(handler));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task HeadAsksForAWait_DisposingOfTheClientEndsIt()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(HttpStatusCode.ServiceUnavailable).With("Retry-After", "7"));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler), timeProvider: new FakeTimeProvider());

        var call = client.ResolveAsync(Repository, "1");
        Assert.False(call.IsCompleted);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task HeadAsksForAWait_CancelingEndsIt()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(HttpStatusCode.ServiceUnavailable).With("Retry-After", "7"));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler), timeProvider: new FakeTimeProvider());
        using var canceling = new CancellationTokenSource();

        var call = client.ResolveAsync(Repository, "1", canceling.Token);
        await canceling.CancelAsync();

        Assert.Equal(canceling.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task TokenServerIsDown_GetIsNotAskedInstead()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.AbsolutePath == "/t"
            ? Reply.Status(HttpStatusCode.ServiceUnavailable)
            : Reply.Challenge("Bearer realm=\"https://reg.example.com/t\""));

        await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(handler));

        Assert.Equal(["HEAD", "GET"], handler.Sent.Select(sent => sent.Method));
        Assert.Equal("/t", handler.Sent.Last().Uri.AbsolutePath);
    }

    [Fact]
    public async Task CredentialsAreRefused_TheyAreNotSentAgain()
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
    public async Task HeadRefusedWithAToken_GetDecides(int status, bool hasLogin)
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
    public async Task HeadForbiddenWithAPassword_GetDecides()
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
    public async Task HeadRefusedAtTheTargetOfARedirectOfALogin_GetDecides()
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

    private static async Task AssertGetDecidesAsync(Func<HttpResponseMessage> head, int maxAttempts = 1)
    {
        using var handler = new ScriptedHandler(
            request => request.Method == HttpMethod.Head ? head() : Reply.Manifest(Manifest));

        Assert.Equal(Digest.Sha256("{\"schemaVersion\":2}"u8), await ResolveAsync(handler, maxAttempts: maxAttempts));
        Assert.Equal(["HEAD", "GET"], handler.Sent.Select(sent => sent.Method));
    }

    private static async Task<Digest> ResolveAsync(
        ScriptedHandler handler, IRegistryCredentialSource? credentials = null, int maxAttempts = 1)
    {
        using var client = new HttpRegistryClient(new() { MaxAttempts = maxAttempts }, credentials, RegistryHandlers.From(handler));
        return (await client.ResolveAsync(Repository, "1")).Descriptor.Digest;
    }
}
