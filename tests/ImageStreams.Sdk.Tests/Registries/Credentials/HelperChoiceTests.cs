using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Credential helpers, and files with entries that are none of the caller's business.</summary>
public sealed class HelperChoiceTests : IDisposable
{
    private readonly HelperFolder _helpers = new();
    private readonly HelperFolder _others = new();
    private readonly string _file = Path.GetTempFileName();

    private CredentialHelperOptions BothFolders =>
        new() { SearchPath = $"{_others.SearchPath}{Path.PathSeparator}{_helpers.SearchPath}" };

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
    public async Task HelperLeavesAProcessWithItsOutput_ItsAnswerIsUsed(string background)
    {
        _helpers.Add("test", $$"""cat > /dev/null; {{background}} echo '{"Username":"u","Secret":"s"}'""");

        Assert.Equal("u", GetUser(await FindAsync(RegistryCredentials.FromHelper("test", _helpers.Options))));
    }

    [UnixFact]
    public async Task HelperLeavesAProcessAndFails_ItsExitCodeIsReported()
    {
        _helpers.Add("test", "sleep 60 & exit 3");

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => FindAsync(RegistryCredentials.FromHelper("test", _helpers.Options)));

        Assert.Equal("docker-credential-test failed with exit code 3.", exception.Message);
    }

    [UnixFact]
    public async Task FileThatIsNotExecutable_DoesNotHideAHelper()
    {
        await File.WriteAllTextAsync(Path.Combine(_others.SearchPath, "docker-credential-test"), "not a program");
        _helpers.AddLogin("test", "u", "s");

        Assert.Equal("u", GetUser(await FindAsync(RegistryCredentials.FromHelper("test", BothFolders))));
    }

    [UnixFact]
    public async Task OnlyAFileThatIsNotExecutable_IsNamed()
    {
        await File.WriteAllTextAsync(Path.Combine(_others.SearchPath, "docker-credential-test"), "not a program");

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => FindAsync(RegistryCredentials.FromHelper("test", _others.Options)));

        Assert.Equal(RegistryCredentialFailure.HelperNotFound, exception.Reason);
        Assert.Contains("not executable", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A file that looks like a program, and that the system does not start.</summary>
    [UnixTheory]
    [InlineData("#!/no/such/interpreter\n")]
    [InlineData("")]
    [InlineData("not a program")]
    public async Task FileThatTheSystemDoesNotStart_DoesNotHideAHelper(string content)
    {
        AddProgram(content);
        _helpers.AddLogin("test", "u", "s");

        Assert.Equal("u", GetUser(await FindAsync(RegistryCredentials.FromHelper("test", BothFolders))));
    }

    [UnixTheory]
    [InlineData("#!/no/such/interpreter\n")]
    [InlineData("")]
    public async Task OnlyAFileThatTheSystemDoesNotStart_IsATypedFailure(string content)
    {
        AddProgram(content);

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(
            () => FindAsync(RegistryCredentials.FromHelper("test", _others.Options)));

        Assert.Equal(RegistryCredentialFailure.HelperFailed, exception.Reason);
        Assert.StartsWith("docker-credential-test could not be started: ", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The clock of the caller times the helper, not the pipe.</summary>
    [UnixFact]
    public async Task HelperLeavesAProcessAndTheClockStandsStill_ItsAnswerIsUsed()
    {
        _helpers.Add("test", """cat > /dev/null; sleep 60 & echo '{"Username":"u","Secret":"s"}'""");
        var source = RegistryCredentials.FromHelper("test", _helpers.Options, new FakeTimeProvider());

        Assert.Equal("u", GetUser(await FindAsync(source).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System)));
    }

    [UnixTheory]
    [InlineData("h.example/x", "https://h.example/x", "h.example")]
    [InlineData("h.example/x", "https://h.example/x", "https://h.example/v1/")]
    [InlineData("h.example/x", "https://h.example/x", "H.example:443")]
    public async Task HelperOfTheHost_ComesBeforeThatOfAPath(params string[] keys)
    {
        _helpers.AddLogin("host", "right", "s");
        _helpers.AddLogin("path", "wrong", "s");
        var members = keys.Select(key => $"\"{key}\":\"{(key == keys[^1] ? "host" : "path")}\"").ToList();

        Assert.Equal("right", GetUser(await FindInFileAsync($"{{\"credHelpers\":{{{string.Join(',', members)}}}}}")));
        members.Reverse();
        Assert.Equal("right", GetUser(await FindInFileAsync($"{{\"credHelpers\":{{{string.Join(", ", members)}}}}}")));
    }

    [UnixTheory]
    [InlineData("7")]
    [InlineData("\"../evil\"")]
    [InlineData("{}")]
    public async Task MalformedStore_MattersOnlyToHostsWithoutAnEntryOrAHelper(string store)
    {
        _helpers.AddLogin("own", "helped", "s");
        var config =
            """{"credsStore":STORE,"credHelpers":{"own.example":"own","none.example":""},"auths":{"h.example":{"auth":"dTpw"}}}"""
                .Replace("STORE", store, StringComparison.Ordinal);

        Assert.Equal("u", GetUser(await FindInFileAsync(config)));
        Assert.Equal("helped", GetUser(await FindInFileAsync(config, "own.example")));
        Assert.Null(await FindInFileAsync(config, "none.example"));
        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(() => FindInFileAsync(config, "other.example"));
        Assert.Equal("$.credsStore", exception.Path);
    }

    [UnixTheory]
    [InlineData("""{"credsStore":"store","credHelpers":{"h.example":""},"auths":{"h.example":{"auth":"dTpw"}}}""", "u")]
    [InlineData("""{"credsStore":"store","credHelpers":{"h.example":""}}""", null)]
    [InlineData("""{"credsStore":"store","credHelpers":{"H.example:443":""}}""", null)]
    [InlineData("""{"credsStore":"store","credHelpers":{"https://h.example/v1/":""}}""", null)]
    [InlineData("""{"credsStore":"store","credHelpers":{"other.example":""}}""", "stored")]
    [InlineData("""{"credsStore":"store"}""", "stored")]
    public async Task EmptyHelper_OptsOutOfTheStore(string config, string? user)
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
    public async Task MalformedEntryOfAnotherHost_DoesNotMatter(string config)
    {
        Assert.Equal("u", GetUser(await FindInFileAsync(config)));

        var exception = await Assert.ThrowsAsync<RegistryCredentialException>(() => FindInFileAsync(config, "bad.example"));
        Assert.Contains("['bad.example']", exception.Path, StringComparison.Ordinal);
    }

    /// <summary>Writes a file that may be run, before the helpers in the search path.</summary>
    private void AddProgram(string content)
    {
        _others.Add("test", "");
        File.WriteAllText(Path.Combine(_others.SearchPath, "docker-credential-test"), content);
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
