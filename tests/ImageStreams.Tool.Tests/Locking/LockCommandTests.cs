using System.Text.Json;
using ImageStreams.Manifests;
using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class LockCommandTests : IDisposable
{
    private const string Image = "quay.io/shop/ruby:3.3";
    private const string Tag = "shop/ruby:stable";

    private const string Stream = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: ruby, namespace: shop}
        spec:
          tags:
            - name: stable
              from: {kind: ImageStreamTag, name: "3.3"}
            - name: "3.3"
              from: {kind: DockerImage, name: "quay.io/shop/ruby:3.3"}

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    private string Lock => Path.Combine(_folder.Path, ImageLockFile.FileName);

    public LockCommandTests()
    {
        _folder.Write("deploy/stream.yaml", Stream);
        _registry.Push(Image, SyntheticImage.Create("one"));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Add_TagOfAStream_WritesItsImage()
    {
        var run = await RunAsync("add", Tag);

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        var image = Assert.Single(ImageLockFile.Read(Lock).Images);
        Assert.Equal((Tag, Image), (image.Tag, image.PullSpec));
        Assert.Equal([Tag, "shop/ruby:3.3"], image.Path);
        Assert.StartsWith($"{Tag}: added: {image.Digest.ToString()[..19]} of {Image}\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith($"1 difference in 1 locked image; wrote {Lock}\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Check_WritesNothingAndExitsWith1()
    {
        var run = await RunAsync("add", Tag, "--check");

        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
        Assert.False(File.Exists(Lock));
    }

    [Fact]
    public async Task Add_MistypedStream_IsNoImageOfDockerHub()
    {
        var run = await RunAsync("add", "shop/rubi:3.3");

        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
        Assert.StartsWith("shop/rubi:3.3: No stream shop/rubi is defined", run.Out, StringComparison.Ordinal);
        Assert.Empty(_registry.Requests);
    }

    [Fact]
    public async Task Update_NothingMoved_LeavesTheFileAlone()
    {
        await RunAsync("add", Tag);
        var before = File.ReadAllText(Lock);
        File.SetLastWriteTimeUtc(Lock, DateTime.UnixEpoch);

        var run = await RunAsync("update");

        Assert.Equal("0 differences in 1 locked image\n", run.Out);
        Assert.Equal(before, File.ReadAllText(Lock));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Lock));
    }

    [Fact]
    public async Task Update_MovedImage_SaysSoAndWritesIt()
    {
        await RunAsync("add", Tag);
        var digest = _registry.Push(Image, SyntheticImage.Create("two"));

        var check = await RunAsync("update", "--check");
        var update = await RunAsync("update", Tag);

        Assert.Equal(ToolExitCode.Findings, check.ExitCode);
        Assert.Contains(": moved from sha256:", check.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, update.ExitCode);
        Assert.Equal(digest, ImageLockFile.Read(Lock).Images[0].Digest);
    }

    [Fact]
    public async Task Verify_Policies_DecideTheExitCode()
    {
        await RunAsync("add", Tag);
        Assert.Equal(ToolExitCode.Fine, (await RunAsync("verify")).ExitCode);
        Assert.Equal(ToolExitCode.Findings, (await RunAsync("verify", "--max-age", "0")).ExitCode);

        _registry.Push(Image, SyntheticImage.Create("two"));
        Assert.Equal(ToolExitCode.Findings, (await RunAsync("verify")).ExitCode);
        Assert.Equal(ToolExitCode.Fine, (await RunAsync("verify", "--allow", "moved")).ExitCode);

        _registry.DeleteTag(Image);
        Assert.Equal(ToolExitCode.Findings, (await RunAsync("verify", "--allow", "moved")).ExitCode);
        Assert.Equal(ToolExitCode.Fine, (await RunAsync("verify", "--allow", "gone")).ExitCode);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("36501")]
    [InlineData("2147483647")]
    public async Task Verify_AgeOutOfRange_IsAUsageError(string days)
    {
        await RunAsync("add", Tag);

        var run = await RunAsync("verify", "--max-age", days);

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Contains("--max-age must be from 0 to 36500 days.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_RequiredSignature_IsFoundByCosignsTag()
    {
        await RunAsync("add", Tag);
        var unsigned = await RunAsync("verify", "--require-signature");
        Assert.Equal(ToolExitCode.Findings, unsigned.ExitCode);
        Assert.Contains(": signature missing: the registry has none of quay.io/shop/ruby@sha256:", unsigned.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, (await RunAsync("verify")).ExitCode);

        _registry.Push($"quay.io/shop/ruby:sha256-{ImageLockFile.Read(Lock).Images[0].Digest.Hex}.sig", SyntheticImage.Create("signature"));
        Assert.Equal(ToolExitCode.Fine, (await RunAsync("verify", "--require-signature")).ExitCode);
    }

    [Fact]
    public async Task Verify_RegistryThatDoesNotAnswer_ExitsWith3()
    {
        await RunAsync("add", Tag);
        using var down = _registry.FailUntilDisposed(new RegistryFault.NetworkFailure());

        Assert.Equal(ToolExitCode.Failed, (await RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task Verify_Json_HasTheDifferencesAndTheViolations()
    {
        await RunAsync("add", Tag);
        _registry.Push(Image, SyntheticImage.Create("two"));

        var json = JsonDocument.Parse((await RunAsync("verify", "-o", "json")).Out).RootElement;

        Assert.Equal("lock verify", json.GetProperty("command").GetString());
        Assert.False(json.GetProperty("written").GetBoolean());
        var difference = Assert.Single(json.GetProperty("differences").EnumerateArray());
        Assert.Equal("moved", difference.GetProperty("kind").GetString());
        Assert.True(difference.GetProperty("violation").GetBoolean());
    }

    [Fact]
    public async Task Diff_StandardInput_IsTheEarlierLock()
    {
        await RunAsync("add", Tag);
        var setting = new ToolSetting { Input = ImageLock.Empty.ToJson() };

        var run = await ToolRun.RunAsync(setting, "lock", "diff", "-", "--lock", Lock, "--check");

        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
        Assert.Contains($"{Tag}: added: ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<<<<<<< ours\n", "1:1: The file has the markers of a merge that is not resolved")]
    [InlineData("{\n  \"schemaVersion\": 2\n}", "2:20: The lock is of version 2")]
    public async Task Update_FileThatIsNoLock_IsRefusedWithItsPlace(string text, string message)
    {
        var run = await RunAsync("update", "--lock", _folder.Write("broken.lock.json", text));

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
        Assert.Contains($"broken.lock.json:{message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_TagThatIsNotLocked_IsAWrongCommandLine()
    {
        await RunAsync("add", Tag);
        Assert.Equal(ToolExitCode.Usage, (await RunAsync("update", "shop/ruby:3.3")).ExitCode);
    }

    [Fact]
    public async Task Lock_WithoutAPart_NamesTheParts()
    {
        var run = await ToolRun.RunAsync("lock");

        Assert.Equal(ToolExitCode.Usage, run.ExitCode);
        Assert.Contains("Say what to do: add, update, verify, diff, schema.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_IsThatOfTheLibrary() => Assert.Equal(ImageLockSchema.GetText(), (await ToolRun.RunAsync("lock", "schema")).Out);

    [Fact]
    public async Task Outdated_Lock_IsTheState()
    {
        await RunAsync("add", Tag);
        Assert.Equal(ToolExitCode.Fine, (await RunOutdatedAsync("--lock", Lock)).ExitCode);

        _registry.Push(Image, SyntheticImage.Create("two"));
        var moved = await RunOutdatedAsync("--lock", Lock);

        Assert.Equal(ToolExitCode.Findings, moved.ExitCode);
        Assert.Contains("moved", moved.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Usage, (await RunOutdatedAsync("--lock", Lock, "--state", Lock)).ExitCode);
    }

    [Fact]
    public async Task Pin_Lock_HasTheDigests()
    {
        await RunAsync("add", Tag);
        var digest = ImageLockFile.Read(Lock).Images[0].Digest;

        var run = await ToolRun.RunAsync("pin", Path.Combine(_folder.Path, "deploy"), "--lock", Lock, "--yes");

        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Contains($"name: \"quay.io/shop/ruby@{digest}\"", _folder.Read("deploy/stream.yaml"), StringComparison.Ordinal);
    }

    private Task<ToolRun> RunOutdatedAsync(params string[] options) => ToolRun.RunAsync(
        new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) }, ["outdated", Path.Combine(_folder.Path, "deploy"), .. options]);

    private Task<ToolRun> RunAsync(string part, params string[] args) => ToolRun.RunAsync(
        new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) },
        ["lock", part, .. args, "--manifests", Path.Combine(_folder.Path, "deploy"), .. args.Contains("--lock") ? Array.Empty<string>() : ["--lock", Lock]]);
}
