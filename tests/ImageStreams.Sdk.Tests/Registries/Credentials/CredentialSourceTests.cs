using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>The credentials that each source finds for a repository.</summary>
public sealed class CredentialSourceTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("quay.io", "team/app", "path")]
    [InlineData("quay.io", "teamwork/app", "host")]
    [InlineData("a.example.com", "app", "glob")]
    [InlineData("a.b.example.com", "app", null)]
    [InlineData("index.docker.io", "library/python", "hub")]
    public async Task FromFile_ManyEntries_BestMatchWins(string registry, string repository, string? user)
    {
        await File.WriteAllTextAsync(_file, $$$"""
            {"auths":{"quay.io":{{{Auth("host")}}},"quay.io/team":{{{Auth("path")}}},"*.example.com":{{{Auth("glob")}}},"https://index.docker.io/v1/":{{{Auth("hub")}}} } }
            """);

        Assert.Equal(user, await UserAsync(RegistryCredentials.FromFile(_file), registry, repository));
    }

    [Fact]
    public async Task FromFile_Legacy_IsRead()
    {
        await File.WriteAllTextAsync(_file, $$"""{"https://quay.io/v1/": {{Auth("old")}} }""");

        Assert.Equal("old", await UserAsync(RegistryCredentials.FromFile(_file), "quay.io", "team/app"));
    }

    [Fact]
    public async Task FromFile_NotThere_HasNothing() =>
        Assert.Null(await UserAsync(RegistryCredentials.FromFile(_file), "quay.io", "team/app"));

    [Fact]
    public async Task FromFile_NotJson_NamesTheFileAndNoSecret()
    {
        await File.WriteAllTextAsync(_file, """{"auths": {"quay.io": hunter2""");

        var fault = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => UserAsync(RegistryCredentials.FromFile(_file), "quay.io", "team/app"));

        Assert.Contains(_file, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Line breaks as <c>base64</c> wraps a long password, and at its end; Docker and Kubernetes skip them.</summary>
    [Theory]
    [InlineData("dTpw\\n", "p")]
    [InlineData("dTpw\\r\\n", "p")]
    [InlineData("dT\\npw", "p")]
    [InlineData("d\\r\\nTp\\r\\nw", "p")]
    [InlineData("\\ndTpw", "p")]
    [InlineData(" dTpw\\t\\n", "p")]
    [InlineData("dTpwcA=\\n=", "pp")]
    [InlineData("dTpwcA==\\n", "pp")]
    [InlineData("dTpw\\ncA", "pp")]
    public async Task FromFile_AuthWithLineBreaks_IsDecoded(string auth, string password)
    {
        await File.WriteAllTextAsync(_file, $$"""{"auths":{"quay.io":{"auth":"{{auth}}"} } }""");

        var found = await RegistryCredentials.FromFile(_file)
            .FindAsync(new() { Registry = "quay.io", Repository = "team/app" }, CancellationToken.None);

        var login = Assert.IsType<RegistryCredential.Login>(found.Credential);
        Assert.Equal(("u", password), (login.UserName, login.Password));
    }

    [Theory]
    [InlineData("dT*w")]
    [InlineData("dTpw=x")]
    [InlineData("dTpwc")]
    [InlineData("\\n")]
    public async Task FromFile_AuthThatIsNoBase64OfALogin_IsRefused(string auth)
    {
        await File.WriteAllTextAsync(_file, $$"""{"auths":{"quay.io":{"auth":"{{auth}}"} } }""");

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => UserAsync(RegistryCredentials.FromFile(_file), "quay.io", "team/app"));

        Assert.Equal(RegistryCredentialFailure.Malformed, exception.Reason);
        Assert.EndsWith(".auth", exception.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FromPullSecrets_DataWithLineBreaks_IsDecoded()
    {
        var config = Base64($$"""{"auths":{"quay.io": {{Auth("new")}} } }""").Insert(20, "\\n") + "\\n";
        var source = RegistryCredentials.FromPullSecrets(
            $$$"""{"type":"kubernetes.io/dockerconfigjson","data":{".dockerconfigjson":"{{{config}}}"}}""");

        Assert.Equal("new", await UserAsync(source, "quay.io", "team/app"));
    }

    [Fact]
    public async Task FromPullSecrets_BothTypes_AreRead()
    {
        var config = Base64($$"""{"auths":{"quay.io": {{Auth("new")}} } }""");
        var legacy = Base64($$"""{"a.example.com": {{Auth("old")}} }""");
        var source = RegistryCredentials.FromPullSecrets($$$"""
            {"kind":"SecretList","apiVersion":"v1","items":[
              {"kind":"Secret","apiVersion":"v1","type":"kubernetes.io/dockerconfigjson","data":{".dockerconfigjson":"{{{config}}}"}},
              {"kind":"Secret","apiVersion":"v1","type":"kubernetes.io/dockercfg","data":{".dockercfg":"{{{legacy}}}"}},
              {"kind":"Secret","apiVersion":"v1","type":"Opaque","data":{"key":"AA=="}}]}
            """);

        Assert.Equal("new", await UserAsync(source, "quay.io", "app"));
        Assert.Equal("old", await UserAsync(source, "a.example.com", "app"));
    }

    [Fact]
    public async Task Chain_SeveralSources_FirstThatHasOneWins()
    {
        var source = RegistryCredentials.Chain(
            RegistryCredentials.For("quay.io/other", "first", "p"),
            RegistryCredentials.For("quay.io", "second", "p"),
            RegistryCredentials.For("quay.io/team", "third", "p"));

        Assert.Equal("second", await UserAsync(source, "quay.io", "team/app"));
    }

    [Fact]
    public async Task InScope_OtherScope_HasNothing()
    {
        var source = RegistryCredentials.InScope("shop", RegistryCredentials.For("quay.io", "robot", "p"));

        Assert.Null(await UserAsync(source, "quay.io", "app"));
        Assert.Equal("robot", await UserAsync(source, "quay.io", "app", "shop"));
    }

    [UnixFact]
    public async Task FromFile_LinkedFolderIsExchanged_IsReadAgain()
    {
        var folder = Directory.CreateTempSubdirectory("mounted-");
        try
        {
            Mount(folder, "one", DateTime.UnixEpoch);
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "config.json"), "..data/config.json");
            var source = RegistryCredentials.FromFile(Path.Combine(folder.FullName, "config.json"));
            Assert.Equal("one", await UserAsync(source, "quay.io", "app"));

            Mount(folder, "two", DateTime.UnixEpoch.AddDays(1));

            Assert.Equal("two", await UserAsync(source, "quay.io", "app"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [UnixFact]
    public async Task FromFile_LinkToNothing_DoesNotExist()
    {
        File.CreateSymbolicLink(_file, _file + ".gone");

        Assert.Null(await UserAsync(RegistryCredentials.FromFile(_file), "quay.io", "app"));
    }

    /// <summary>Replaces the contents of a mounted secret as Kubernetes does: with a link to a new folder.</summary>
    private static void Mount(DirectoryInfo folder, string user, DateTime written)
    {
        var file = Path.Combine(folder.CreateSubdirectory(user).FullName, "config.json");
        File.WriteAllText(file, $$"""{"auths":{"quay.io": {{Auth(user)}} } }""");
        File.SetLastWriteTimeUtc(file, written);
        var link = Path.Combine(folder.FullName, "..data");
        if (Directory.Exists(link))
        {
            Directory.Delete(link);
        }

        Directory.CreateSymbolicLink(link, user);
    }

    private static string Auth(string user) => $$"""{"auth": "{{Base64(user + ":pass")}}" }""";

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<string?> UserAsync(
        IRegistryCredentialSource source, string registry, string repository, string scope = "")
    {
        var query = new RegistryCredentialQuery { Registry = registry, Repository = repository, Scope = scope };
        return ((await source.FindAsync(query, CancellationToken.None)).Credential as RegistryCredential.Login)?.UserName;
    }
}
