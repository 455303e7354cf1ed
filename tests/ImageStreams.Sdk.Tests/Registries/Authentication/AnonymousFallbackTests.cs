using System.Net;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Wrong credentials, and public images that a registry denies to a client that sends them.</summary>
public sealed class AnonymousFallbackTests : IDisposable
{
    private const string Host = "registry.example";
    private const string Manifest = "GET /v2/library/app/manifests/1";
    private const string Wrong = "Basic dXNlcjp3cm9uZw==";
    private static readonly RegistryRepository Repository = new() { Registry = Host, Name = "library/app" };
    private readonly InMemoryRegistry _registry = new() { RecordCredentials = true };

    public AnonymousFallbackTests() => _registry.Push("library/app:1", SyntheticImage.Create());

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task GetManifest_TokenServerRefusesTheLogin_RequestsAnAnonymousToken()
    {
        _registry.RequireBearer("user", "pass", allowAnonymous: true);
        using var client = CreateClient(Login("wrong"));

        Assert.NotNull(await client.GetManifestAsync(Repository, "1"));

        Assert.Equal(
            [$"{Manifest} ", $"GET /token {Wrong}", "GET /token ", $"{Manifest} Bearer synthetic-token-1"],
            _registry.Requests.Select(Written));
    }

    [Fact]
    public async Task GetManifest_LoginWasRefusedBefore_IsNotShownAgain()
    {
        _registry.RequireBearer("user", "pass", allowAnonymous: true);
        using var client = CreateClient(Login("wrong"));
        await client.GetManifestAsync(Repository, "1");
        _registry.ClearRequests();

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal([$"{Manifest} Bearer synthetic-token-1"], _registry.Requests.Select(Written));
    }

    [Fact]
    public async Task GetManifest_LoginIsReplaced_TheNewOneIsShown()
    {
        var password = "wrong";
        _registry.RequireBearer("user", "pass", allowAnonymous: true);
        using var client = CreateClient(RegistryCredentials.From((_, _) => ValueTask.FromResult<RegistryCredential?>(
            new RegistryCredential.Login { UserName = "user", Password = password })));
        await client.GetManifestAsync(Repository, "1");
        _registry.ClearRequests();

        password = "pass";
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal("GET /token Basic dXNlcjpwYXNz", Written(_registry.Requests[0]));
    }

    [Fact]
    public async Task GetManifest_AnonymousIsRefusedToo_IsContactedOnceAndReportsTheAttempts()
    {
        _registry.RequireBearer("user", "pass");
        using var client = CreateClient(Login("wrong"));

        var fault = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal([$"{Manifest} ", $"GET /token {Wrong}", "GET /token "], _registry.Requests.Select(Written));
        Assert.Equal(RegistryFailure.Unauthorized, fault.Reason);
        Assert.Equal("the options (used 'registry.example')", Assert.Single(fault.CredentialsTried).ToString());
        Assert.EndsWith(
            "Credentials for registry.example: the options (used 'registry.example').", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetManifest_BasicFromTheStart_DoesNotRetryAnonymously()
    {
        _registry.RequireBasic("user", "pass");
        using var client = CreateClient(Login("wrong"));

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(["", Wrong], _registry.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task GetManifest_LoginExpiresAndImageIsPublic_IsReadAnonymously()
    {
        var isOpen = false;
        using var handler = new ScriptedHandler(request => (isOpen, request.Headers.Authorization) switch
        {
            (true, null) or (false, not null) => Reply.Manifest(),
            _ => Reply.Challenge("Basic realm=\"x\""),
        });
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { MaxAttempts = 1 }, Login("pass"), RegistryHandlers.From(handler));
        await client.GetManifestAsync(Repository, "1");

        isOpen = true;
        await client.GetManifestAsync(Repository, "1");
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(
            ["", "Basic dXNlcjpwYXNz", "Basic dXNlcjpwYXNz", "", ""], handler.Sent.Select(sent => sent.Authorization));
    }

    [Fact]
    public async Task GetManifest_IdentityTokenRefused_IsPostedOnceThenLeftOut()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { Method.Method: "POST" } => Reply.Status(HttpStatusCode.Unauthorized),
            { RequestUri.AbsolutePath: "/token" } => Reply.Json("""{"token":"t"}"""),
            { Headers.Authorization: null } => Reply.Challenge($"Bearer realm=\"https://{Host}/token\""),
            _ => Reply.Manifest(),
        });
        var identity = RegistryCredentials.For(Host, new RegistryCredential.IdentityToken { Token = "old" });
        using var client = new HttpRegistryClient(null, identity, RegistryHandlers.From(handler));

        await client.GetManifestAsync(Repository, "1");

        Assert.Equal(["GET", "POST", "GET", "GET"], handler.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task GetBlob_StorageThatRequiresCredentials_GetsNoneAndIsNamed()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Host == "storage.example.net"
            ? Reply.Challenge("Basic realm=\"x\"")
            : request.Headers.Authorization is null ? Reply.Challenge("Basic realm=\"x\"")
            : Reply.Redirect("https://storage.example.net/blob"));
        using var client = new HttpRegistryClient(null, Login("pass"), RegistryHandlers.From(handler));

        var fault = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetBlobAsync(Repository, SyntheticImage.Create().Digest));

        Assert.Contains("storage.example.net", fault.Uri!.Host, StringComparison.Ordinal);
        Assert.Contains("requires credentials, which are not sent there", fault.Message, StringComparison.Ordinal);
        Assert.Empty(fault.CredentialsTried);
        Assert.Empty(handler.Sent.Single(sent => sent.Uri.Host == "storage.example.net").Authorization);
    }

    private static string Written(RecordedRequest request) => $"{request.Method} {request.Path} {request.Authorization}";

    private static IRegistryCredentialSource Login(string password) => RegistryCredentials.For(Host, "user", password);

    private HttpRegistryClient CreateClient(IRegistryCredentialSource credentials) =>
        _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 }, credentials);
}
