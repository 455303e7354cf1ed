using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.Tests.Issues;

/// <summary>Issue 15: credential helpers, and files with entries that are none of the caller's business.</summary>
public sealed class CredentialHelpersTests : IDisposable
{
    private readonly HelperFolder _helpers = new();
    private readonly HelperFolder _others = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        _helpers.Dispose();
        _others.Dispose();
        File.Delete(_file);
    }

    [UnixTheory]
    [InlineData("sleep 60 &")]
    [InlineData("(sleep 60; echo late) &")]
    [InlineData("sleep 60 >&2 &")]
    public async Task N9_HelperLeavesAProcessWithItsOutput_ItsAnswerIsUsed(string background)
    {
        _helpers.Add("test", $$"""cat > /dev/null; {{background}} echo '{"Username":"u","Secret":"s"}'""");

        Assert.Equal("u", GetUser(await FindAsync(RegistryCredentials.FromHelper("test", _helpers.Options))));
    }

    [UnixFact]
    public async Task N9_HelperLeavesAProcessAndFails_ItsExitCodeIsReported()
    {
        _helpers.Add("test", "sleep 60 & exit 3");

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => FindAsync(RegistryCredentials.FromHelper("test", _helpers.Options)));

        Assert.Equal("docker-credential-test failed with exit code 3.", exception.Message);
    }

    [UnixFact]
    public async Task N9_FileThatIsNotExecutable_DoesNotHideAHelper()
    {
        await File.WriteAllTextAsync(Path.Combine(_others.SearchPath, "docker-credential-test"), "not a program");
        _helpers.AddLogin("test", "u", "s");
        var options = new CredentialHelperOptions { SearchPath = $"{_others.SearchPath}{Path.PathSeparator}{_helpers.SearchPath}" };

        Assert.Equal("u", GetUser(await FindAsync(RegistryCredentials.FromHelper("test", options))));
    }

    [UnixFact]
    public async Task N9_OnlyAFileThatIsNotExecutable_IsNamed()
    {
        await File.WriteAllTextAsync(Path.Combine(_others.SearchPath, "docker-credential-test"), "not a program");

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => FindAsync(RegistryCredentials.FromHelper("test", _others.Options)));

        Assert.Equal(RegistryCredentialFailure.HelperNotFound, exception.Reason);
        Assert.Contains("not executable", exception.Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("""{"credsStore":"store","credHelpers":{"h.example":""},"auths":{"h.example":{"auth":"dTpw"}}}""", "u")]
    [InlineData("""{"credsStore":"store","credHelpers":{"h.example":""}}""", null)]
    [InlineData("""{"credsStore":"store","credHelpers":{"H.example:443":""}}""", null)]
    [InlineData("""{"credsStore":"store","credHelpers":{"https://h.example/v1/":""}}""", null)]
    [InlineData("""{"credsStore":"store","credHelpers":{"other.example":""}}""", "stored")]
    [InlineData("""{"credsStore":"store"}""", "stored")]
    public async Task N9_EmptyHelper_OptsOutOfTheStore(string config, string? user)
    {
        _helpers.AddLogin("store", "stored", "s");

        Assert.Equal(user, GetUser(await FindInFileAsync(config)));
    }

    [UnixTheory]
    [InlineData("""{"auths":{"bad.example":{"auth":"!!!"},"h.example":{"auth":"dTpw"}}}""")]
    [InlineData("""{"auths":{"bad.example":{"auth":5},"h.example":{"auth":"dTpw"}}}""")]
    [InlineData("""{"auths":{"bad.example":{"username":"a:b","password":"c"},"h.example":{"auth":"dTpw"}}}""")]
    [InlineData("""{"credHelpers":{"bad.example":"../evil"},"auths":{"h.example":{"auth":"dTpw"}}}""")]
    [InlineData("""{"credHelpers":{"bad.example":7},"auths":{"h.example":{"auth":"dTpw"}}}""")]
    public async Task N9_MalformedEntryOfAnotherHost_DoesNotMatter(string config)
    {
        Assert.Equal("u", GetUser(await FindInFileAsync(config)));

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(() => FindInFileAsync(config, "bad.example"));
        Assert.Contains("['bad.example']", exception.Path, StringComparison.Ordinal);
    }

    private async Task<RegistryCredential?> FindInFileAsync(string config, string registry = "h.example")
    {
        await File.WriteAllTextAsync(_file, config);
        var options = new RegistryAuthFileOptions { RunHelpers = true, Helpers = _helpers.Options };
        return await FindAsync(RegistryCredentials.FromFile(_file, options), registry);
    }

    private static async Task<RegistryCredential?> FindAsync(IRegistryCredentialSource source, string registry = "h.example")
    {
        var query = new RegistryCredentialQuery { Registry = registry, Repository = "team/app" };
        return (await source.FindAsync(query, CancellationToken.None)).Credential;
    }

    private static string? GetUser(RegistryCredential? credential) => (credential as RegistryCredential.Login)?.UserName;
}
