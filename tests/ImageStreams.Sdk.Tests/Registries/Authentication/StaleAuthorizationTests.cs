using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Tokens and challenges that were right once.</summary>
public sealed class StaleAuthorizationTests
{
    private const string Host = "registry.example";
    private const string Realm = $"Bearer realm=\"https://{Host}/token\"";
    private static readonly RegistryRepository Repository = new() { Registry = Host, Name = "a" };
    private readonly FakeTimeProvider _time = new();

    /// <summary>A new token costs its challenge no trust: the next request has it at once.</summary>
    [Fact]
    public async Task GetManifest_TokenWasRenewed_IsUsedAtOnceFromThenOn()
    {
        var valid = "t1";
        using var handler = Server(() => valid, () => Realm);
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Repository, "1");
        valid = "t2";
        await client.GetManifestAsync(Repository, "1");
        var before = handler.Sent.Count;

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(["Bearer t2"], handler.Sent.Skip(before).Select(sent => sent.Authorization));
    }

    [Fact]
    public async Task GetManifest_EverythingIsRefused_NextRequestStartsAnew()
    {
        var isOpen = true;
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/token" } => isOpen ? Reply.Json("{\"token\":\"t\"}") : Reply.Status(HttpStatusCode.Unauthorized),
            { Headers.Authorization: not null } when isOpen => Reply.Manifest(),
            _ => Reply.Challenge(Realm),
        });
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Repository, "1");
        isOpen = false;
        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));
        var before = handler.Sent.Count;

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal("https://registry.example/v2/a/manifests/1", handler.Sent.ElementAt(before).Uri.AbsoluteUri);
        Assert.Equal("", handler.Sent.ElementAt(before).Authorization);
    }

    [Fact]
    public async Task GetManifest_TokenIsStaleAndItsServerFails_ItsFailureIsReported()
    {
        var isOpen = true;
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/token" } => isOpen ? Reply.Json("{\"token\":\"t\"}") : Reply.Status(HttpStatusCode.BadGateway),
            { Headers.Authorization: not null } when isOpen => Reply.Manifest(),
            _ => Reply.Challenge(Realm),
        });
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Repository, "1");
        isOpen = false;

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal((RegistryFailure.ServerError, "/token"), (exception.Reason, exception.Uri!.AbsolutePath));
    }

    /// <summary>A registry that has been opened needs no token, even if its token server refuses by now.</summary>
    [Fact]
    public async Task GetManifest_TokenExpiredAndItsServerRefuses_IsRequestedWithoutAToken()
    {
        var isOpen = false;
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/token" } => isOpen ? Reply.Status(HttpStatusCode.Forbidden) : Reply.Json("{\"token\":\"t\"}"),
            { Headers.Authorization: null } when !isOpen => Reply.Challenge(Realm),
            _ => Reply.Manifest(),
        });
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Repository, "1");
        isOpen = true;
        _time.Advance(TimeSpan.FromDays(1));

        Assert.NotNull(await client.GetManifestAsync(Repository, "1"));
        Assert.Equal("", handler.Sent.Last().Authorization);
    }

    /// <summary>A registry that names another challenge than before, whose token is as stale as the one that it refused.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("pass")]
    [InlineData("wrong")]
    public async Task GetManifest_OtherChallengesTokenIsStaleToo_IsFetchedAgain(string? password)
    {
        var (valid, challenge) = ("t1", Realm + ",service=\"one\"");
        using var handler = Server(() => valid, () => challenge, isRefused: login => login.EndsWith("Ondyb25n", StringComparison.Ordinal));
        using var client = CreateClient(handler, password);
        await client.GetManifestAsync(Repository, "1");
        challenge = Realm + ",service=\"two\",scope=\"all\"";
        await client.GetManifestAsync(Repository with { Name = "b" }, "1");
        valid = "t2";

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal("Bearer t2", handler.Sent.Last().Authorization);
    }

    /// <summary>An anonymous attempt that is refused leaves nothing open, and the first refusal is the answer.</summary>
    [Fact]
    public async Task GetManifest_AnonymousTokenIsForbidden_FirstRefusalIsReported()
    {
        using var body = new MemoryStream("{}"u8.ToArray());
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/token", Headers.Authorization: null } => Reply.Json("{\"token\":\"anonymous\"}"),
            { RequestUri.AbsolutePath: "/token" } => Reply.Json("{\"token\":\"login\"}"),
            { Headers.Authorization.Parameter: "anonymous" } => Reply.Stream(body, "application/json", HttpStatusCode.Forbidden),
            _ => Reply.Challenge(Realm),
        });
        using var client = CreateClient(handler, "pass");

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
        Assert.Equal("Bearer anonymous", handler.Sent.Last().Authorization);
        Assert.False(body.CanRead);
    }

    private static ScriptedHandler Server(Func<string> valid, Func<string> challenge, Predicate<string>? isRefused = null) => new(request =>
        request switch
        {
            { RequestUri.AbsolutePath: "/token", Headers.Authorization: { } login } when isRefused?.Invoke($"{login}") is true =>
                Reply.Status(HttpStatusCode.Unauthorized),
            { RequestUri.AbsolutePath: "/token" } => Reply.Json($$"""{"token":"{{valid()}}","expires_in":900}"""),
            { Headers.Authorization.Parameter: { } token } when token == valid() => Reply.Manifest(),
            _ => Reply.Challenge(challenge()),
        });

    private HttpRegistryClient CreateClient(ScriptedHandler handler, string? password = null)
    {
        var credentials = password is null ? null : RegistryCredentials.For(Host, "user", password);
        return new HttpRegistryClient(new() { MaxAttempts = 1 }, credentials, RegistryHandlers.From(handler), _time);
    }
}
