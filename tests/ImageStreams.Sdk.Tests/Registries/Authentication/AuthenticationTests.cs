using System.Net;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class AuthenticationTests : IDisposable
{
    private const string Host = "registry.example";
    private static readonly RegistryRepository Repository = new() { Registry = Host, Name = "library/app" };
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryRegistry _registry;

    public AuthenticationTests()
    {
        _registry = new InMemoryRegistry(_time) { RecordCredentials = true };
        _registry.Push("library/app:1", SyntheticImage.Create());
        _registry.Push("library/other:1", SyntheticImage.Create());
    }

    private IEnumerable<RecordedRequest> TokenRequests =>
        _registry.Requests.Where(request => request.Resource == RegistryResource.Token);

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task GetManifest_OpenRegistry_NeverLooksForCredentials()
    {
        var source = RegistryCredentials.From((_, _) => throw new InvalidOperationException("asked"));
        using var client = CreateClient(source);

        await client.GetManifestAsync(Repository, "1");

        Assert.All(_registry.Requests, request => Assert.Empty(request.Authorization));
    }

    [Fact]
    public async Task GetManifest_Basic_SendsCredentialsAfterTheChallengeAndThenAtOnce()
    {
        _registry.RequireBasic("user", "pass");
        using var client = CreateClient(Login("pass"));

        await client.GetManifestAsync(Repository, "1");
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(["", "Basic dXNlcjpwYXNz", "Basic dXNlcjpwYXNz"], _registry.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task GetManifest_WrongPassword_IsUnauthorizedAndNotRepeated()
    {
        _registry.RequireBasic("user", "pass");
        using var client = CreateClient(Login("wrong"));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
        Assert.Equal(2, _registry.Requests.Count);
    }

    [Fact]
    public async Task GetManifest_PasswordIsPartOfTheName_UriStaysWhole()
    {
        _registry.RequireBasic("user", "library");
        using var client = CreateClient(Login("library"));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "none"));

        Assert.Equal("https://registry.example/v2/library/app/manifests/none", exception.Uri!.AbsoluteUri);
    }

    [Fact]
    public async Task GetManifest_Bearer_RequestsATokenForTheRepository()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(Login("pass"));

        await client.GetManifestAsync(Repository, "1");

        var request = Assert.Single(TokenRequests);
        Assert.Equal("?service=synthetic-registry&scope=repository%3Alibrary%2Fapp%3Apull", request.Query);
        Assert.Equal("Basic dXNlcjpwYXNz", request.Authorization);
    }

    [Fact]
    public async Task GetManifest_BearerForEveryone_RequestsAnAnonymousToken()
    {
        _registry.RequireBearer("user", "pass", allowAnonymous: true);
        using var client = CreateClient(RegistryCredentials.Anonymous);

        await client.GetManifestAsync(Repository, "1");

        Assert.Empty(Assert.Single(TokenRequests).Authorization);
    }

    [Fact]
    public async Task GetManifest_BearerWithoutCredentials_IsUnauthorized()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(RegistryCredentials.Anonymous);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
        Assert.Equal(
            "Cannot read manifest 1 of registry.example/library/app: the token server requires credentials and none were found "
            + "(GET https://registry.example/token answered 401: UNAUTHORIZED: authentication required).",
            exception.Message);
    }

    [Fact]
    public async Task GetManifest_TokenStillValid_IsUsedAgain()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(Login("pass"));

        await client.GetManifestAsync(Repository, "1");
        await client.ResolveAsync(Repository, "1");

        Assert.Single(TokenRequests);
        Assert.Equal(4, _registry.Requests.Count);
    }

    [Fact]
    public async Task GetManifest_TokenExpired_IsFetchedAgainBeforeTheRequest()
    {
        _registry.RequireBearer("user", "pass", tokenLifetime: TimeSpan.FromMinutes(5));
        using var client = CreateClient(Login("pass"));
        await client.GetManifestAsync(Repository, "1");
        _registry.ClearRequests();

        _time.Advance(TimeSpan.FromMinutes(5));
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal([RegistryResource.Token, RegistryResource.Manifest], _registry.Requests.Select(request => request.Resource));
    }

    [Fact]
    public async Task GetManifest_TokenRevoked_IsRequestedAgain()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(Login("pass"));
        await client.GetManifestAsync(Repository, "1");

        _registry.RevokeTokens();
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(2, TokenRequests.Count());
    }

    [Fact]
    public async Task GetManifest_OtherRepository_NeedsAnotherToken()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(Login("pass"));

        await client.GetManifestAsync(Repository, "1");
        await client.GetManifestAsync(Repository with { Name = "library/other" }, "1");

        Assert.Equal(2, TokenRequests.Count());
    }

    [Fact]
    public async Task GetManifest_TokenFromInsecureConnection_IsNotUsedOtherwise()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(Login("pass"));

        await client.GetManifestAsync(Repository with { Insecure = true }, "1");
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(2, TokenRequests.Count());
    }

    [Fact]
    public async Task GetManifest_ManyAtOnce_ShareOneTokenRequest()
    {
        _registry.RequireBearer("user", "pass");
        _registry.FailNext(new RegistryFault.Delay { Duration = TimeSpan.FromSeconds(1) }, new() { Resource = RegistryResource.Token });
        using var client = CreateClient(Login("pass"));

        var calls = Enumerable.Range(0, 20).Select(_ => client.GetManifestAsync(Repository, "1")).ToList();
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(calls);

        Assert.Single(TokenRequests);
    }

    [Fact]
    public async Task GetManifest_OneOfManyCanceled_OthersStillGetTheToken()
    {
        _registry.RequireBearer("user", "pass");
        _registry.FailNext(new RegistryFault.Delay { Duration = TimeSpan.FromSeconds(1) }, new() { Resource = RegistryResource.Token });
        using var client = CreateClient(Login("pass"));
        using var cancellation = new CancellationTokenSource();

        var first = client.GetManifestAsync(Repository, "1", cancellation.Token);
        var second = client.GetManifestAsync(Repository, "1");
        await cancellation.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task GetManifest_TokenRequestFailsAfterItsCallerLeft_IsSentAgain()
    {
        var answers = new Queue<Task<HttpResponseMessage>>();
        var delayed = new TaskCompletionSource<HttpResponseMessage>();
        answers.Enqueue(delayed.Task);
        answers.Enqueue(Task.FromResult(Reply.Json("{\"token\":\"t\"}")));
        using var handler = new ScriptedHandler((request, _) => request switch
        {
            { RequestUri.AbsolutePath: "/token" } => answers.Dequeue(),
            { Headers.Authorization: null } => Task.FromResult(Reply.Challenge($"Bearer realm=\"https://{Host}/token\"")),
            _ => Task.FromResult(Reply.Manifest()),
        });
        var options = new RegistryClientOptions { MaxAttempts = 1 };
        using var client = new HttpRegistryClient(options, null, RegistryHandlers.From(handler), _time);
        using var cancellation = new CancellationTokenSource();

        var first = client.GetManifestAsync(Repository, "1", cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Task.Run(() => delayed.SetException(new HttpRequestException("late")));

        Assert.NotNull(await client.GetManifestAsync(Repository, "1"));
    }

    [Fact]
    public async Task GetManifest_TokenServerHasMoved_ContactsTheRegistryForTheNewAddress()
    {
        var server = "old";
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/old" } when server != "old" => Reply.Status(HttpStatusCode.NotFound),
            { RequestUri.AbsolutePath: "/old" or "/new" } => Reply.Json("{\"token\":\"t\"}"),
            { Headers.Authorization: null } => Reply.Challenge($"Bearer realm=\"https://{Host}/{server}\""),
            _ => Reply.Manifest(),
        });
        var options = new RegistryClientOptions { MaxAttempts = 1 };
        using var client = new HttpRegistryClient(options, null, RegistryHandlers.From(handler), _time);
        await client.GetManifestAsync(Repository, "1");

        server = "new";
        _time.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.NotNull(await client.GetManifestAsync(Repository, "1"));
    }

    [Fact]
    public async Task GetManifest_TokenServerRefused_DisposesOfTheResponse()
    {
        using var body = new MemoryStream([1]);
        using var handler = new ScriptedHandler(_ => Reply
            .Stream(body, "text/plain", HttpStatusCode.Unauthorized)
            .With("WWW-Authenticate", "Bearer realm=\"http://other.example/\""));
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler), _time);

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.False(body.CanRead);
    }

    [Fact]
    public async Task GetManifest_EmptyToken_IsUnauthorized()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(RegistryCredentials.From((_, _) =>
            ValueTask.FromResult<RegistryCredential?>(new RegistryCredential.BearerToken { Token = "" })));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
    }

    [Fact]
    public async Task GetManifest_RegistryToken_IsSentUnchanged()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(RegistryCredentials.From((_, _) =>
            ValueTask.FromResult<RegistryCredential?>(new RegistryCredential.BearerToken { Token = "ready" })));

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(["", "Bearer ready", ""], _registry.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task GetManifest_Scope_ReachesTheCredentialSource()
    {
        var queries = new List<RegistryCredentialQuery>();
        _registry.RequireBasic("user", "pass");
        using var client = CreateClient(RegistryCredentials.From((query, _) =>
        {
            queries.Add(query);
            return default;
        }));

        await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Repository with { CredentialScope = "project-a" }, "1"));

        Assert.Equal([new() { Registry = Host, Repository = "library/app", Scope = "project-a" }], queries);
    }

    [Fact]
    public async Task GetManifest_ScopesDiffer_DoNotShareAuthorization()
    {
        _registry.RequireBasic("user", "pass");
        using var client = CreateClient(RegistryCredentials.From((query, _) =>
            ValueTask.FromResult<RegistryCredential?>(
                query.Scope == "a" ? new RegistryCredential.Login { UserName = "user", Password = "pass" } : null)));

        await client.GetManifestAsync(Repository with { CredentialScope = "a" }, "1");

        await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Repository with { CredentialScope = "b" }, "1"));
    }

    [Theory]
    [InlineData("bearer REALM=\"https://auth.example.com/t\"", "https://auth.example.com/t?scope=repository%3Alibrary%2Fapp%3Apull")]
    [InlineData("Bearer realm=\"https://auth.example.com/t\",scope=\"a:b:pull c:d:pull\"", "https://auth.example.com/t?scope=a%3Ab%3Apull&scope=c%3Ad%3Apull")]
    [InlineData("Basic realm=\"x\", Bearer realm=\"https://auth.example.com/t\", service=\"a \\\"b\\\"\"", "https://auth.example.com/t?service=a%20%22b%22&scope=repository%3Alibrary%2Fapp%3Apull")]
    [InlineData("Negotiate YIIabc==, Bearer realm = \"https://auth.example.com/t?x=1\" , service = s", "https://auth.example.com/t?x=1&service=s&scope=repository%3Alibrary%2Fapp%3Apull")]
    [InlineData(",, Bearer realm=\"https://auth.example.com/t\",error=\"invalid_token\",=", "https://auth.example.com/t?scope=repository%3Alibrary%2Fapp%3Apull")]
    public async Task GetManifest_Challenge_IsReadAsWritten(string challenge, string address)
    {
        using var handler = new ScriptedHandler(request =>
            request.RequestUri!.Host == "auth.example.com" ? Reply.Json("{\"access_token\":\"t\"}")
            : request.Headers.Authorization is null ? Reply.Challenge(challenge)
            : Reply.Manifest());
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler), _time);

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(address, handler.Sent.Single(sent => sent.Uri.Host == "auth.example.com").Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("registry.example.com:8443", "registry.example.com:8443")]
    [InlineData("registry.example.com", "auth.example.com")]
    [InlineData("registry.example.com", "example.com")]
    [InlineData("registry.example.com", "trusted.net")]
    public async Task GetManifest_TokenServerOfTheDomain_GetsCredentials(string registry, string server)
    {
        using var handler = new ScriptedHandler(request =>
            request.RequestUri!.AbsolutePath == "/t" ? Reply.Json("{\"token\":\"t\"}")
            : request.Headers.Authorization is null ? Reply.Challenge($"Bearer realm=\"https://{server}/t\"")
            : Reply.Manifest());
        var options = new RegistryClientOptions { TrustedTokenHosts = { "TRUSTED.net" } };
        using var client = new HttpRegistryClient(
            options, RegistryCredentials.For(registry, "user", "pass"), RegistryHandlers.From(handler), _time);

        await client.GetManifestAsync(Repository with { Registry = registry }, "1");

        Assert.StartsWith("Basic ", handler.Sent.Single(sent => sent.Uri.AbsolutePath == "/t").Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.io", "other.io")]
    [InlineData("10.0.0.1", "9.0.0.1")]
    [InlineData("localhost", "example.com")]
    public async Task GetManifest_TokenServerOfAnotherDomain_GetsNothing(string registry, string server)
    {
        using var handler = new ScriptedHandler(_ => Reply.Challenge($"Bearer realm=\"https://{server}/t\""));
        using var client = new HttpRegistryClient(
            null, RegistryCredentials.For(registry, "user", "pass"), RegistryHandlers.From(handler), _time);

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Repository with { Registry = registry }, "1"));

        Assert.Equal(RegistryFailure.TokenRealmRefused, exception.Reason);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData(16 << 10, true)]
    [InlineData((16 << 10) + 1, false)]
    public async Task GetManifest_LongToken_IsUsedUpToALimit(int length, bool isUsed)
    {
        using var handler = TokenHandler($"{{\"token\":\"{new string('t', length)}\"}}");
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler), _time);

        var fault = (RegistryException?)await Record.ExceptionAsync(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(isUsed ? null : RegistryFailure.InvalidResponse, fault?.Reason);
    }

    [Fact]
    public async Task GetManifest_LargeTokenAnswer_IsRefused()
    {
        using var handler = TokenHandler($"{{\"token\":\"t\",\"more\":\"{new string('x', 128 << 10)}\"}}");
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler), _time);

        var fault = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.TooLarge, fault.Reason);
    }

    [Fact]
    public async Task GetManifest_ManyTokensExpired_ValidOneIsKept()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/token" } => Reply.Json(
                $"{{\"token\":\"t\",\"expires_in\":{(request.RequestUri!.Query.Contains("keep", StringComparison.Ordinal) ? 86400 : 60)}}}"),
            { Headers.Authorization: null } => Reply.Challenge($"Bearer realm=\"https://{Host}/token\""),
            _ => Reply.Manifest(),
        });
        using var client = new HttpRegistryClient(null, null, RegistryHandlers.From(handler), _time);
        await client.GetManifestAsync(Repository with { Name = "keep" }, "1");
        for (var i = 0; i < 5000; i++)
        {
            await client.GetManifestAsync(Repository with { Name = $"app{i}" }, "1");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await client.GetManifestAsync(Repository with { Name = "keep" }, "1");

        Assert.Single(handler.Sent, sent => sent.Uri.AbsolutePath == "/token" && sent.Uri.Query.Contains("keep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetManifest_TokenRefusedForTwoScopes_EachErrorNamesItsOwnCredentials()
    {
        var refusal = new TaskCompletionSource();
        using var handler = new ScriptedHandler(async (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == "/token")
            {
                await refusal.Task;
            }

            return Reply.Challenge($"Bearer realm=\"https://{Host}/token\"");
        });
        var credentials = RegistryCredentials.Chain(
            RegistryCredentials.InScope("a", RegistryCredentials.From((_, _) => default)),
            RegistryCredentials.InScope("b", RegistryCredentials.FromFile(Path.Combine(Path.GetTempPath(), "none-of-b.json"))));
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, credentials, RegistryHandlers.From(handler), _time);
        var a = client.GetManifestAsync(Repository with { CredentialScope = "a" }, "1");
        var b = client.GetManifestAsync(Repository with { CredentialScope = "b" }, "1");

        refusal.SetResult();

        Assert.DoesNotContain((await Assert.ThrowsAsync<RegistryException>(() => a)).CredentialsTried, IsOfB);
        Assert.Contains((await Assert.ThrowsAsync<RegistryException>(() => b)).CredentialsTried, IsOfB);

        static bool IsOfB(RegistryCredentialAttempt tried) => tried.Source.Contains("none-of-b", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p\\u0022\\u003cw\\u002b1")]
    [InlineData("p\\\"<w+1")]
    [InlineData("p%22%3cw%2B1")]
    public async Task GetManifest_ResponseHasAnEscapedSecret_IsRedacted(string written)
    {
        var echo = $"{{\"errors\":[{{\"message\":{System.Text.Json.JsonSerializer.Serialize(written)}}}]}}";
        using var handler = new ScriptedHandler(request => request.Headers.Authorization is null
            ? Reply.Challenge("Basic realm=\"x\"")
            : Reply.Status(HttpStatusCode.Forbidden, echo));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, RegistryCredentials.For(Host, "user", "p\"<w+1"), RegistryHandlers.From(handler), _time);

        var fault = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal("***", Assert.Single(fault.Errors).Message);
    }

    private static ScriptedHandler TokenHandler(string answer) => new(request => request switch
    {
        { RequestUri.AbsolutePath: "/token" } => Reply.Json(answer),
        { Headers.Authorization: null } => Reply.Challenge($"Bearer realm=\"https://{Host}/token\""),
        _ => Reply.Manifest(),
    });

    [Fact]
    public void Credentials_ToString_HidesSecrets()
    {
        RegistryCredential login = new RegistryCredential.Login { UserName = "user", Password = "s3cret" };
        RegistryCredential token = new RegistryCredential.BearerToken { Token = "s3cret" };

        Assert.Equal("Login ***", login.ToString());
        Assert.Equal("BearerToken ***", token.ToString());
    }

    [Fact]
    public void Login_UserNameWithColon_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new RegistryCredential.Login { UserName = "a:b", Password = "c" });

    private static IRegistryCredentialSource Login(string password) => RegistryCredentials.For(Host, "user", password);

    private HttpRegistryClient CreateClient(IRegistryCredentialSource credentials) =>
        _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 }, credentials);
}
