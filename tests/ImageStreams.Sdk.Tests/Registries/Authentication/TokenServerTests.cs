using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Stale tokens with a useless challenge, and token servers that may get credentials.</summary>
public sealed class TokenServerTests
{
    private const string Home = "nv.example.io";
    private const string Challenge = $"Bearer realm=\"https://{Home}/proxy_auth\"";
    private static readonly RegistryRepository Repository = new() { Registry = Home, Name = "o/r" };
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<string> UselessChallenges =>
    [
        "Bearer realm=\"https://authn.elsewhere.example.com/token\"",   // refuses
        "Bearer realm=\"https://authn.elsewhere.example.com/none\"",    // does not know the path
        "Bearer realm=\"https://authn.elsewhere.example.com/down\"",    // fails
        "Bearer realm=\"https://authn.elsewhere.example.com/other\"",   // has tokens that nobody takes
        "Bearer realm=\"http://authn.elsewhere.example.com/token\"",    // plain HTTP
        "Bearer realm=\"nonsense\"",
        "Bearer",
        "Negotiate",
        "",
    ];

    [Theory]
    [MemberData(nameof(UselessChallenges))]
    public async Task StaleTokenAndAUselessChallenge_StartsAnew(string useless)
    {
        var valid = "good1";
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/proxy_auth" } => Reply.Json($"{{\"token\":\"{valid}\",\"expires_in\":900}}"),
            { RequestUri.AbsolutePath: "/token" } => Reply.Status(HttpStatusCode.Unauthorized),
            { RequestUri.AbsolutePath: "/down" } => Reply.Status(HttpStatusCode.BadGateway),
            { RequestUri.AbsolutePath: "/other" } => Reply.Json("{\"token\":\"other\"}"),
            { RequestUri.AbsolutePath: "/none" } => Reply.Status(HttpStatusCode.NotFound),
            { Headers.Authorization: null } => Reply.Challenge(Challenge),
            { Headers.Authorization.Parameter: { } token } when token == valid => Reply.Manifest(),
            _ => useless.Length == 0 ? Reply.Status(HttpStatusCode.Unauthorized) : Reply.Challenge(useless),
        });
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Repository, "1");
        valid = "good2";

        await client.GetManifestAsync(Repository, "1");
        var afterwards = handler.Sent.Count;
        await client.GetManifestAsync(Repository, "1");

        Assert.Equal("Bearer good2", handler.Sent.Last().Authorization);
        Assert.Equal(afterwards + 1, handler.Sent.Count);   // the new token is cached
    }

    [Fact]
    public async Task EverythingIsRefused_FailsWithoutAskingTheSameTwice()
    {
        var isOpen = true;
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/proxy_auth" } =>
                isOpen ? Reply.Json("{\"token\":\"t\",\"expires_in\":900}") : Reply.Status(HttpStatusCode.Unauthorized),
            { Headers.Authorization: not null } when isOpen => Reply.Manifest(),
            _ => Reply.Challenge(Challenge),
        });
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Repository, "1");
        (isOpen, var before) = (false, handler.Sent.Count);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.Unauthorized, exception.Reason);
        Assert.Equal(before + 2, handler.Sent.Count);   // the registry and its token server
    }

    [Theory]
    [InlineData("corp.example", "auth.corp.example")]
    [InlineData("corp.example", "login.eu.corp.example")]
    [InlineData("quay.io", "auth.quay.io")]
    [InlineData("registry.corp.example", "token.registry.corp.example")]
    [InlineData("CORP.example", "Auth.Corp.Example")]
    public Task RealmBelowTheRegistry_GetsCredentials(string registry, string realm) => AssertTrustedAsync(registry, realm);

    [Theory]
    [InlineData("registry.gitlab.com", "gitlab.com")]
    [InlineData("registry-1.docker.io", "auth.docker.io")]
    [InlineData("docker.io", "auth.docker.io")]
    [InlineData("docker.elastic.co", "docker-auth.elastic.co")]
    [InlineData("registry.digitalocean.com", "api.digitalocean.com")]
    [InlineData("registry.cn-hangzhou.aliyuncs.com", "dockerauth.cn-hangzhou.aliyuncs.com")]
    [InlineData("registry.corp.co.uk", "login.corp.co.uk")]
    [InlineData("registry.corp.co.uk", "corp.co.uk")]
    [InlineData("acme.azurecr.io", "acme.azurecr.io")]
    [InlineData("acme.azurecr.io", "data.acme.azurecr.io")]
    [InlineData("acme.jfrog.io", "acme.jfrog.io")]
    [InlineData("1.dkr.ecr.eu-west-1.amazonaws.com", "1.dkr.ecr.eu-west-1.amazonaws.com")]
    [InlineData("ghcr.io", "ghcr.io")]
    [InlineData("my-registry2.corp.de", "sso.corp.de")]
    [InlineData("registry.sap.de", "sso.sap.de")]
    [InlineData("packages.corp.example", "auth.corp.example")]
    [InlineData("packages.corp.example", "corp.example")]
    [InlineData("packages.corp.example", "login.eu.corp.example")]
    [InlineData("r.cr.io", "auth.cr.io")]
    [InlineData("eu.gcr.io", "gcr.io")]
    [InlineData("pkg.team.gitlab.com", "auth.team.gitlab.com")]
    public Task RealmInTheParentDomain_GetsCredentials(string registry, string realm) =>
        AssertTrustedAsync(registry, realm);

    [Theory]
    [InlineData("shop.co.uk", "attacker.co.uk")]
    [InlineData("shop.com.au", "attacker.com.au")]
    [InlineData("shop.co.jp", "co.jp")]
    [InlineData("shop.org.uk", "attacker.org.uk")]
    [InlineData("registry.co.uk", "attacker.co.uk")]
    [InlineData("acme-docker.jfrog.io", "mallory.jfrog.io")]
    [InlineData("my-registry.herokuapp.com", "mallory.herokuapp.com")]
    [InlineData("registry.github.io", "mallory.github.io")]
    [InlineData("registry.gitlab.io", "gitlab.io")]
    [InlineData("registry.shop.netlify.app", "mallory.netlify.app")]
    [InlineData("1.dkr.ecr.eu-west-1.amazonaws.com", "mallory.dkr.ecr.eu-west-1.amazonaws.com")]
    [InlineData("Registry.GitHub.IO", "mallory.github.io")]
    [InlineData("registry-a.run.app", "registry-b.run.app")]
    [InlineData("registry.gouv.fr", "mallory.gouv.fr")]
    [InlineData("packages.corp.example", "auth.other.example")]
    [InlineData("alice.github.io", "mallory.github.io")]
    [InlineData("alice.herokuapp.com", "mallory.herokuapp.com")]
    [InlineData("alice.azurecr.io", "mallory.azurecr.io")]
    [InlineData("alice.s3.amazonaws.com", "mallory.s3.amazonaws.com")]
    [InlineData("quay.io", "attacker.io")]
    [InlineData("corp.example", "evilcorp.example")]
    [InlineData("corp.example", "corp.example.evil.net")]
    [InlineData("registry", "auth.registry")]                 // a search domain, not an owner
    [InlineData("10.0.0.1", "1.10.0.0.1.nip.io")]
    public Task RealmUnderAPublicSuffix_GetsNothing(string registry, string realm) => AssertRefusedAsync(registry, realm);

    [Theory]
    [InlineData("registry.corp.example:5000", "registry.corp.example:5000")]
    [InlineData("registry.corp.example:5000", "registry.corp.example")]
    [InlineData("registry.corp.example:5000", "auth.corp.example")]
    [InlineData("registry.corp.example", "registry.corp.example:443")]
    public Task RealmOnTheRegistrysPortOrTheDefault_GetsCredentials(string registry, string realm) =>
        AssertTrustedAsync(registry, realm);

    [Theory]
    [InlineData("registry.corp.example", "registry.corp.example:8443")]
    [InlineData("registry.corp.example:5000", "registry.corp.example:5001")]
    [InlineData("127.0.0.1:5000", "127.0.0.1:5001")]
    [InlineData("localhost:5000", "localhost:5001")]
    public Task RealmOnAnotherPort_GetsNothing(string registry, string realm) => AssertRefusedAsync(registry, realm);

    [Theory]
    [InlineData("registry.corp.example", "registry.corp.example:8443", "registry.corp.example")]
    [InlineData("registry.corp.example", "registry.corp.example:8443", "Registry.corp.example:8443")]
    [InlineData("shop.co.uk", "login.co.uk", "login.co.uk")]
    [InlineData("shop.co.uk", "login.co.uk", "login.co.uk:443")]
    public Task ListedRealm_GetsCredentials(string registry, string realm, string listed) =>
        AssertTrustedAsync(registry, realm, listed);

    [Fact]
    public Task ListedForAnotherPort_GetsNothing() =>
        AssertRefusedAsync("registry.corp.example", "registry.corp.example:8443", "registry.corp.example:9443");

    [Fact]
    public async Task Anonymous_AnyRealmIsAsked()
    {
        using var handler = TokenHandler("attacker.co.uk");
        using var client = CreateClient(handler);

        await client.GetManifestAsync(Repository with { Registry = "shop.co.uk" }, "1");

        Assert.Equal("", handler.Sent.Single(sent => sent.Uri.AbsolutePath == "/t").Authorization);
    }

    private async Task AssertTrustedAsync(string registry, string realm, params string[] listed)
    {
        using var handler = TokenHandler(realm);
        using var client = CreateClient(handler, registry, listed);

        await client.GetManifestAsync(Repository with { Registry = registry }, "1");

        Assert.StartsWith("Basic ", handler.Sent.Single(sent => sent.Uri.AbsolutePath == "/t").Authorization, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(string registry, string realm, params string[] listed)
    {
        using var handler = TokenHandler(realm);
        using var client = CreateClient(handler, registry, listed);

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Repository with { Registry = registry }, "1"));

        Assert.Equal(RegistryFailure.TokenRealmRefused, exception.Reason);
        Assert.Contains("TrustedTokenHosts", exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    private static ScriptedHandler TokenHandler(string realm) => new(request => request switch
    {
        { RequestUri.AbsolutePath: "/t" } => Reply.Json("{\"token\":\"t\"}"),
        { Headers.Authorization: null } => Reply.Challenge($"Bearer realm=\"https://{realm}/t\""),
        _ => Reply.Manifest(),
    });

    private HttpRegistryClient CreateClient(ScriptedHandler handler, string? registry = null, string[]? listed = null)
    {
        var options = new RegistryClientOptions { MaxAttempts = 1 };
        options.TrustedTokenHosts.UnionWith(listed ?? []);
        var credentials = registry is null ? null : RegistryCredentials.For(registry, "user", "pass");
        return new HttpRegistryClient(options, credentials, RegistryHandlers.From(handler), _time);
    }
}
