using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>Helpers that are real processes.</summary>
public sealed class CredentialHelperTests : IDisposable
{
    private const string Secret = "hunter2";
    private readonly HelperFolder _helpers = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _helpers.Dispose();

    [UnixFact]
    public async Task FromHelper_Login_IsFoundUnderItsServer()
    {
        _helpers.AddLogin("test", "robot", Secret);

        var lookup = await FindAsync("test");

        Assert.Equal(new RegistryCredential.Login { UserName = "robot", Password = Secret }, lookup.Credential);
        Assert.Equal("docker-credential-test (used 'quay.io')", Assert.Single(lookup.Tried).ToString());
    }

    [UnixFact]
    public async Task FromHelper_TokenUser_IsAnIdentityToken()
    {
        _helpers.AddLogin("test", "<token>", Secret);

        Assert.Equal(new RegistryCredential.IdentityToken { Token = Secret }, (await FindAsync("test")).Credential);
    }

    [UnixFact]
    public async Task FromHelper_Called_GetsTheServerAndNothingElse()
    {
        _helpers.Add("test", "echo \"$@\" > \"$here/arguments\"; cat > \"$here/input\"; echo '{}'");

        await FindAsync("test", "registry.example:5000");

        Assert.Equal(("get\n", "registry.example:5000"), (_helpers.Read("arguments"), _helpers.Read("input")));
    }

    [UnixFact]
    public async Task FromHelper_DockerHub_IsLookedUpByItsLoginServer()
    {
        _helpers.Add("test", "cat > \"$here/input\"; echo '{}'");

        await FindAsync("test", "registry-1.docker.io");

        Assert.Equal("https://index.docker.io/v1/", _helpers.Read("input"));
    }

    [UnixFact]
    public async Task FromHelper_CredentialsNotFound_HasNothing()
    {
        _helpers.Add("test", "echo 'credentials not found in native keychain'; exit 1");

        var lookup = await FindAsync("test");

        Assert.Null(lookup.Credential);
        Assert.Equal("docker-credential-test (no match)", Assert.Single(lookup.Tried).ToString());
    }

    [UnixFact]
    public async Task FromHelper_EmptyAnswer_HasNothing()
    {
        _helpers.AddLogin("test", "", "");

        Assert.Null((await FindAsync("test")).Credential);
    }

    [UnixFact]
    public async Task FromHelper_Fails_ReportsTheExitCodeAndNoOutput()
    {
        _helpers.Add("test", $"echo {Secret}; echo {Secret} >&2; exit 3");

        var fault = await FailAsync("test");

        Assert.Equal("docker-credential-test failed with exit code 3.", fault.Message);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task FromHelper_ClosesItsInputUnread_IsStillRead()
    {
        _helpers.Add("test", """exec 0<&-; echo '{"Username":"robot","Secret":"s"}'""");

        Assert.IsType<RegistryCredential.Login>((await FindAsync("test")).Credential);
    }

    public static TheoryData<string> Nonsense =>
    [
        "", Secret, $"\"{Secret}\"", $"[\"{Secret}\"]", "{\"Username\":", $"{{\"Username\":\"a:b\",\"Secret\":\"{Secret}\"}}",
    ];

    [UnixTheory]
    [MemberData(nameof(Nonsense))]
    public async Task FromHelper_Nonsense_IsRefusedWithoutBeingQuoted(string output)
    {
        _helpers.Add("test", $"echo '{output}'");

        var fault = await FailAsync("test");

        Assert.Equal("docker-credential-test gave an answer that is not of the credential helper protocol.", fault.Message);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task FromHelper_EndlessOutput_IsCutOff()
    {
        _helpers.Add("test", $"exec yes {Secret}");

        var fault = await FailAsync("test", options => options.MaxOutputBytes = 4096);

        Assert.Equal("The output of docker-credential-test cannot be read: it exceeds 4096 bytes.", fault.Message);
    }

    [UnixFact]
    public async Task FromHelper_EndlessErrorOutput_DoesNotBlockIt()
    {
        _helpers.Add("test", """head -c 1000000 /dev/zero >&2; echo '{"Username":"robot","Secret":"s"}'""");

        Assert.IsType<RegistryCredential.Login>((await FindAsync("test")).Credential);
    }

    [UnixFact]
    public async Task FromHelper_Hangs_IsEndedWithItsChildren()
    {
        var pipe = _helpers.MakePipe("pipe");
        _helpers.Add("test", "exec 3> \"$here/pipe\"; echo started >&3; (sleep 30; echo survived >&3); true");

        var requested = FailAsync("test", options => options.Timeout = TimeSpan.FromSeconds(5));
        using var life = File.OpenText(pipe);
        Assert.Equal("started", await life.ReadLineAsync());
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("docker-credential-test gave no answer within 5 s.", (await requested).Message);
        Assert.Equal("", await life.ReadToEndAsync());   // ends when the last process that holds the pipe has ended
    }

    [UnixFact]
    public async Task FromHelper_CallerGivesUp_NeedNotWaitForIt()
    {
        using var cancellation = new CancellationTokenSource();
        _helpers.Add("test", "cat > /dev/null; exec sleep 30");
        var requested = Source("test").FindAsync(Query("quay.io"), cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => requested);
        _time.Advance(CredentialHelperOptions.DefaultTimeout);
    }

    [Fact]
    public async Task FromHelper_Missing_Throws() => Assert.Equal(
        "docker-credential-none cannot be run: no folder of the search path has it.", (await FailAsync("none")).Message);

    [UnixFact]
    public async Task FromHelper_NotExecutable_Throws()
    {
        await File.WriteAllTextAsync(Path.Combine(_helpers.SearchPath, "docker-credential-test"), "");

        Assert.Equal("docker-credential-test cannot be run: the search path has it only as a file that is not executable.", (await FailAsync("test")).Message);
    }

    [UnixFact]
    public async Task FromHelper_RelativeFolder_IsIgnored()
    {
        _helpers.AddLogin("test", "robot", Secret);
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, _helpers.SearchPath);

        await FailAsync("test", options => options.SearchPath = folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../evil")]
    [InlineData("a b")]
    [InlineData("a\0")]
    public void FromHelper_NameThatIsAPath_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => RegistryCredentials.FromHelper(name));

    [UnixFact]
    public async Task FromHelper_CalledAgain_UsesTheCacheForAWhile()
    {
        _helpers.Add("test", """echo x >> "$here/calls"; echo '{"Username":"robot","Secret":"s"}'""");
        var source = Source("test");

        await source.FindAsync(Query("quay.io"), default);
        await source.FindAsync(Query("quay.io"), default);
        Assert.Equal("x\n", _helpers.Read("calls"));

        _time.Advance(CredentialHelperOptions.DefaultCacheLifetime);
        await source.FindAsync(Query("quay.io"), default);
        Assert.Equal("x\nx\n", _helpers.Read("calls"));
    }

    [UnixFact]
    public async Task FromHelper_ManyServersAtOnce_RunsNoMoreThanEight()
    {
        var (started, go) = (_helpers.MakePipe("started"), _helpers.MakePipe("go"));
        Directory.CreateDirectory(Path.Combine(_helpers.SearchPath, "live"));
        _helpers.Add("test", """
            mkdir "$here/live/$$"; ls "$here/live" | wc -l >> "$here/counts"
            echo x > "$here/started"; exec 4< "$here/go"
            rmdir "$here/live/$$"; echo '{"Username":"robot","Secret":"s"}'
            """);
        using var output = new FileStream(started, FileMode.Open, FileAccess.ReadWrite);
        var source = Source("test");

        var requested = Enumerable.Range(0, 20).Select(i => source.FindAsync(Query($"r{i}.example"), default).AsTask()).ToList();
        for (var i = 0; i < 8; i++)
        {
            await output.ReadExactlyAsync(new byte[2]);
        }

        using var gone = new FileStream(go, FileMode.Open, FileAccess.Write);
        await Task.WhenAll(requested);

        Assert.Equal(8, _helpers.Read("counts").Split('\n', StringSplitOptions.RemoveEmptyEntries).Max(int.Parse));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 31, 1)]
    [InlineData(1, 1, 0)]
    public void FromHelper_OptionsOutOfRange_AreRefused(int timeoutDays, int lifetimeDays, int bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Source("test", options =>
        {
            options.Timeout = TimeSpan.FromDays(timeoutDays);
            options.CacheLifetime = TimeSpan.FromDays(lifetimeDays);
            options.MaxOutputBytes = bytes;
        }));

    [UnixFact]
    public async Task FromHelper_ThatFailed_IsCalledAgain()
    {
        _helpers.Add("test", """
            [ -e "$here/once" ] && echo '{"Username":"robot","Secret":"s"}' && exit
            touch "$here/once"; exit 1
            """);
        var source = Source("test");

        await Assert.ThrowsAsync<RegistryCredentialException>(() => source.FindAsync(Query("quay.io"), default).AsTask());

        Assert.NotNull((await source.FindAsync(Query("quay.io"), default)).Credential);
    }

    [UnixFact]
    public async Task GetManifest_HelperFails_ReachesTheCallerTyped()
    {
        _helpers.Add("test", $"echo {Secret}; exit 1");
        using var handler = new ScriptedHandler(_ => Reply.Challenge("Basic realm=\"x\""));
        using var client = new HttpRegistryClient(credentials: Source("test"), handlers: RegistryHandlers.From(handler));

        var fault = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(new() { Registry = "quay.io", Name = "team/app" }, "1"));

        Assert.Equal((RegistryFailure.CredentialsUnusable, false), (fault.Reason, fault.IsTransient));
        Assert.Contains("docker-credential-test failed with exit code 1", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    private static RegistryCredentialQuery Query(string registry) => new() { Registry = registry, Repository = "team/app" };

    private IRegistryCredentialSource Source(string helper, Action<CredentialHelperOptions>? configure = null)
    {
        var options = _helpers.Options;
        configure?.Invoke(options);
        return RegistryCredentials.FromHelper(helper, options, _time);
    }

    private async Task<RegistryCredentialLookup> FindAsync(string helper, string registry = "quay.io") =>
        await Source(helper).FindAsync(Query(registry), CancellationToken.None);

    private Task<RegistryCredentialException> FailAsync(string helper, Action<CredentialHelperOptions>? configure = null) =>
        Assert.ThrowsAsync<RegistryCredentialException>(
            () => Source(helper, configure).FindAsync(Query("quay.io"), CancellationToken.None).AsTask());
}
