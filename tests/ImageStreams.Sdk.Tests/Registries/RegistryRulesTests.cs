using System.Security.Cryptography;
using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Rules of the registry client that no test held.</summary>
public sealed class RegistryRulesTests
{
    private const string Content = "{\"schemaVersion\":2}";
    private static readonly byte[] Bytes = "{\"schemaVersion\":2}"u8.ToArray();
    private static readonly Digest Sha512 = Digest.Parse("sha512:" + Convert.ToHexStringLower(SHA512.HashData(Bytes)));

    [Theory]
    [InlineData("https://registry.example:5000/there", true)]
    [InlineData("https://REGISTRY.example:5000/there", true)]
    [InlineData("/there", true)]
    [InlineData("https://registry.example:5001/there", false)]
    [InlineData("https://registry.example/there", false)]
    [InlineData("http://registry.example:5000/there", false)]
    [InlineData("https://a.registry.example:5000/there", false)]
    public async Task Gap_Redirect_KeepsCredentialsOnTheSameSchemeHostAndPortOnly(string location, bool isSent)
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/there" } => Reply.Manifest(),
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            _ => Reply.Redirect(location),
        });
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, RegistryCredentials.For("registry.example:5000", "u", "p"), RegistryHandlers.From(handler));

        await client.GetManifestAsync(Repository("registry.example:5000") with { Insecure = true }, "1");

        Assert.Equal(isSent, handler.Sent.Last().Authorization.Length > 0);
    }

    [Theory]
    [InlineData("team", true)]
    [InlineData("team/app", true)]
    [InlineData("team-evil", false)]
    [InlineData("team-evil/app", false)]
    [InlineData("teams/app", false)]
    [InlineData("evil/team", false)]
    public async Task Gap_PatternWithAPath_CoversWholeComponents(string repository, bool matches)
    {
        Assert.Equal(matches, await FindAsync(repository, "*.x.io/team") is not null);
        Assert.Equal(matches, await FindAsync(repository, "a.x.io/team") is not null);
    }

    [Theory]
    [InlineData("team/app", "*.x.io/team/app")]
    [InlineData("team/other", "*.x.io/team")]
    [InlineData("team-evil/app", "*.x.io")]
    [InlineData("else", "*.x.io")]
    public async Task Gap_PatternsWithPaths_LongestPathIsUsedInAnyOrder(string repository, string expected)
    {
        string[] keys = ["*.x.io", "*.x.io/team", "*.x.io/team/app"];

        Assert.Equal(expected, await FindAsync(repository, keys));
        Assert.Equal(expected, await FindAsync(repository, [.. keys.Reverse()]));
    }

    [Fact]
    public async Task Gap_AnnouncedDigestOfAnotherAlgorithm_TheRequestedOneIsReturned()
    {
        using var handler = new ScriptedHandler(
            _ => Reply.Manifest(Content).With("Docker-Content-Digest", Digest.Sha256(Bytes).ToString()));
        using var client = CreateClient(handler);

        Assert.Equal(Sha512, (await client.GetManifestAsync(Repository(), Sha512.ToString())).Digest);
        Assert.Equal(Sha512, (await client.ResolveAsync(Repository(), Sha512.ToString())).Descriptor.Digest);
    }

    [Theory]
    [InlineData(10 * 24 * 3600, 24 * 3600)]   // at most a day
    [InlineData(long.MaxValue, 24 * 3600)]
    [InlineData(3600, 3600)]
    [InlineData(1, 60)]                       // at least a minute
    [InlineData(-5, 60)]
    public async Task Gap_Token_IsUsedUntilShortlyBeforeItsEnd(long expiresIn, int seconds)
    {
        var time = new FakeTimeProvider();
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.AbsolutePath: "/t" } => Reply.Json($"{{\"token\":\"t\",\"expires_in\":{expiresIn}}}"),
            { Headers.Authorization: null } => Reply.Challenge("Bearer realm=\"https://registry.example/t\""),
            _ => Reply.Manifest(),
        });
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, null, RegistryHandlers.From(handler), time);
        await client.GetManifestAsync(Repository(), "1");

        time.Advance(TimeSpan.FromSeconds(seconds - 6));
        await client.GetManifestAsync(Repository(), "1");
        var before = handler.Sent.Count(sent => sent.Uri.AbsolutePath == "/t");
        time.Advance(TimeSpan.FromSeconds(1));
        await client.GetManifestAsync(Repository(), "1");

        Assert.Equal((1, 2), (before, handler.Sent.Count(sent => sent.Uri.AbsolutePath == "/t")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Gap_Redirects_AreFollowedUpToTheLimitAndNotOneMore(int limit)
    {
        foreach (var redirects in new[] { limit, limit + 1 })
        {
            using var handler = new ScriptedHandler(request => request.RequestUri!.AbsolutePath == $"/{redirects}"
                || (redirects == 0 && request.RequestUri.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal))
                ? Reply.Manifest()
                : Reply.Redirect($"/{GetHop(request) + 1}"));
            using var client = new HttpRegistryClient(
                new() { MaxAttempts = 1, MaxRedirects = limit }, handlers: RegistryHandlers.From(handler));

            var exception = await Record.ExceptionAsync(() => client.GetManifestAsync(Repository(), "1"));

            Assert.Equal(redirects > limit ? RegistryFailure.RedirectRefused : null, (exception as RegistryException)?.Reason);
            Assert.Equal(limit + 1, handler.Sent.Count);
        }
    }

    private static int GetHop(HttpRequestMessage request) =>
        int.TryParse(request.RequestUri!.AbsolutePath[1..], out var hop) ? hop : 0;

    private static RegistryRepository Repository(string registry = "registry.example") => new() { Registry = registry, Name = "o/r" };

    private static HttpRegistryClient CreateClient(ScriptedHandler handler) =>
        new(new() { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler));

    /// <summary>Returns the key that is used; its credential has the name of the key.</summary>
    private static async Task<string?> FindAsync(string repository, params string[] keys)
    {
        var source = RegistryCredentials.FromEntries(keys.Select(key => KeyValuePair.Create<string, RegistryCredential>(
            key, new RegistryCredential.Login { UserName = key, Password = "p" })));
        var query = new RegistryCredentialQuery { Registry = "a.x.io", Repository = repository };
        return ((await source.FindAsync(query, CancellationToken.None)).Credential as RegistryCredential.Login)?.UserName;
    }
}
