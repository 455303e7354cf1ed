using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Keys of credential files as tools write them.</summary>
public sealed class CredentialKeysTests
{
    [Theory]
    [InlineData("https://registry.example.com/harbor")]
    [InlineData("http://registry.example.com/harbor/")]
    [InlineData("HTTPS://Registry.Example.com/a/b/c")]
    [InlineData("https://registry.example.com:443/harbor")]
    [InlineData("https://registry.example.com/v2/harbor")]
    public async Task KeyWithSchemeAndPath_StandsForItsHost(string key) =>
        Assert.Equal("u", await FindInFileAsync("registry.example.com", "team/app", (key, "u")));

    [Theory]
    [InlineData("registry.example.com", "whole")]
    [InlineData("registry.example.com/team", "whole")]
    [InlineData("*.example.com", "whole")]
    public async Task AnyBetterMatch_IsUsedFirst(string key, string user) =>
        Assert.Equal(user, await FindInFileAsync(
            "registry.example.com", "team/app", ("https://registry.example.com/harbor", "last"), (key, user)));

    [Fact]
    public async Task RepositoryBelowThePath_IsTheBestMatch() => Assert.Equal("scope", await FindInFileAsync(
        "registry.example.com", "harbor/app", ("registry.example.com", "host"), ("https://registry.example.com/harbor", "scope")));

    [Theory]
    [InlineData("registry.example.com/harbor", "registry.example.com")]              // a scope of auth.json
    [InlineData("https://registry.example.com/harbor", "other.example.com")]
    [InlineData("https://registry.example.com/harbor", "registry.example.com:5000")]
    public async Task ScopeWithoutScheme_OrAnotherHost_IsNoMatch(string key, string registry) =>
        Assert.Null(await FindInFileAsync(registry, "team/app", (key, "u")));

    [Fact]
    public async Task PullSecret_KeepsThePathAsAScope()
    {
        var config = Convert.ToBase64String("""{"auths":{"https://registry.example.com/harbor":{"auth":"dTpw"}}}"""u8);
        var source = RegistryCredentials.FromPullSecrets(
            $$$"""{"type":"kubernetes.io/dockerconfigjson","data":{".dockerconfigjson":"{{{config}}}"}}""");

        Assert.Null(await FindAsync(source, "registry.example.com", "team/app"));
        Assert.Equal("u", await FindAsync(source, "registry.example.com", "harbor/app"));
    }

    /// <summary>A key of code is a scope, however it is written.</summary>
    [Fact]
    public async Task KeyOfCode_KeepsThePathAsAScope()
    {
        var source = RegistryCredentials.For("https://quay.io/team", "u", "p");

        Assert.Null(await FindAsync(source, "quay.io", "other/app"));
        Assert.Equal("u", await FindAsync(source, "quay.io", "team/app"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"kind":"Secret","type":"Opaque","data":{}}""")]
    [InlineData("""{"items":{},"type":"Opaque"}""")]
    [InlineData("""{"auths":{"h.example":{"auth":"dTpw"}}}""")]
    public void SingleSecretOfAnotherType_IsRefused(string json)
    {
        var exception = Assert.Throws<RegistryCredentialException>(() => RegistryCredentials.FromPullSecrets(json));

        Assert.Equal((RegistryCredentialFailure.Malformed, "$.type"), (exception.Reason, exception.Path));
        Assert.EndsWith(
            "$.type is neither kubernetes.io/dockerconfigjson nor kubernetes.io/dockercfg.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"items":[{"type":"Opaque"},{},5]}""")]
    public async Task ListWithoutPullSecrets_HasNoCredentials(string json) =>
        Assert.Null(await FindAsync(RegistryCredentials.FromPullSecrets(json), "h.example", "team/app"));

    [Theory]
    [InlineData("my-server.example", "my-server.example:443")]
    [InlineData("my-server.example:443", "my-server.example")]
    [InlineData("My-Server.Example:443", "my-server.example")]
    [InlineData("https://my-server.example:443/v1/", "my-server.example")]
    [InlineData("my-server.example:443/foo", "my-server.example")]
    [InlineData("my-server.example/foo", "my-server.example:443")]
    [InlineData("*.example:443", "my-server.example")]
    [InlineData("*.example", "my-server.example:443")]
    [InlineData("docker.io:443", "docker.io")]
    [InlineData("index.docker.io", "docker.io:443")]
    public async Task DefaultPort_IsEqualToNone(string key, string registry)
    {
        Assert.Equal("u", await FindInFileAsync(registry, "foo/bar", (key, "u")));
        Assert.Equal("u", await FindAsync(RegistryCredentials.For(key, "u", "p"), registry, "foo/bar"));
    }

    [Theory]
    [InlineData("my-server.example:8443", "my-server.example")]
    [InlineData("my-server.example", "my-server.example:5000")]
    [InlineData("my-server.example:443", "my-server.example:5000")]
    public async Task AnotherPort_IsAnotherServer(string key, string registry) =>
        Assert.Null(await FindInFileAsync(registry, "foo/bar", (key, "u")));

    private static async Task<string?> FindInFileAsync(string registry, string repository, params (string Key, string User)[] entries)
    {
        var auths = entries.Select(entry =>
            $"\"{entry.Key}\":{{\"auth\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.User + ":p"))}\",\"email\":\"\"}}");
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                path, $"{{\"auths\":{{{string.Join(',', auths)}}},\"HttpHeaders\":{{\"X-Meta-Source-Client\":\"VSTS\"}}}}");
            return await FindAsync(RegistryCredentials.FromFile(path), registry, repository);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string?> FindAsync(IRegistryCredentialSource source, string registry, string repository)
    {
        var query = new RegistryCredentialQuery { Registry = registry, Repository = repository };
        return ((await source.FindAsync(query, CancellationToken.None)).Credential as RegistryCredential.Login)?.UserName;
    }
}
