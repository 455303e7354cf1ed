using System.Text;
using System.Text.Json;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class OutdatedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Outdated_ImageOfTheStatus_IsCurrent()
    {
        var digest = _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("one"));
        WriteStream(digest.ToString());

        var run = await RunAsync();

        Assert.Equal(["current"], ReadStatus(run));
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Outdated_OneImageOfAnIndex_IsCurrentBecauseAnImportRecordsIt()
    {
        var image = SyntheticImage.Create("one").WithPlatform("linux", "amd64");
        var digest = _registry.Push("quay.io/shop/other:1", image);
        _registry.Push("quay.io/shop/ruby:3.3", SyntheticIndex.Create(image, SyntheticImage.Create("one").WithPlatform("linux", "arm64")));
        WriteStream(digest.ToString());

        var run = await RunAsync();

        Assert.Equal(["current"], ReadStatus(run));
    }

    [Fact]
    public async Task Outdated_AnotherImage_HasMovedAndExitsWith1()
    {
        var digest = _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("one"));
        WriteStream(digest.ToString());
        _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("two"));

        var run = await RunAsync();

        Assert.Equal(["moved"], ReadStatus(run));
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task Outdated_IndexThatIsNone_IsNoCrash(string index)
    {
        _registry.PushManifest("quay.io/shop/ruby:3.3", MediaTypes.OciIndex, Encoding.UTF8.GetBytes(index));
        WriteStream($"sha256:{new string('a', 64)}");

        var run = await RunAsync();

        Assert.Equal([index == "{" ? "failed" : "moved"], ReadStatus(run));
    }

    [Fact]
    public async Task Outdated_NothingRecorded_IsUnknownAndFine()
    {
        _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("one"));
        WriteStream(null);

        var run = await RunAsync();

        Assert.Equal(["unknown"], ReadStatus(run));
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Outdated_NoSuchImage_SaysWhyAndExitsWith3()
    {
        WriteStream(null);

        var run = await RunAsync();

        Assert.Equal(["failed"], ReadStatus(run));
        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
    }

    [Fact]
    public async Task Outdated_SavedState_IsComparedWithLater()
    {
        _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("one"));
        WriteStream(null);
        var state = Path.Combine(_folder.Path, "images.lock");

        await RunAsync("--save", state);
        var same = await RunAsync("--state", state);
        _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("two"));
        var moved = await RunAsync("--state", state, "--save", state);
        var renewed = await RunAsync("--state", state);

        Assert.Equal(["current"], ReadStatus(same));
        Assert.Equal(["moved"], ReadStatus(moved));
        Assert.Equal(["current"], ReadStatus(renewed));
        Assert.Equal(["images.lock", "stream.yaml"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"tags\": {\"a/b:c\": 1}}")]
    [InlineData("not JSON")]
    public async Task Outdated_FileThatIsNoState_IsRefusedByName(string text)
    {
        WriteStream(null);

        var run = await RunAsync("--state", _folder.Write("state.lock", text));

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
        Assert.Contains("state.lock is not a state file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outdated_RealServer_IsAskedOverHttpWhenThatIsAllowed()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);
        _registry.Push($"{server.Host}/shop/ruby:3.3", SyntheticImage.Create("one"));
        _folder.Write("stream.yaml", Stream.Replace("quay.io", server.Host, StringComparison.Ordinal));

        var run = await ToolRun.RunAsync(
            new ToolSetting { CreateRegistryClient = DefaultRegistryClient.Create },
            "outdated", _folder.Path, "-o", "json", "--insecure-registry", server.Host, "--budget", "1000");

        Assert.Equal(["unknown"], ReadStatus(run));
    }

    private const string Stream = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: ruby, namespace: shop}
        spec:
          tags:
            - name: "3.3"
              from: {kind: DockerImage, name: "quay.io/shop/ruby:3.3"}
            - name: pinned
              from: {kind: DockerImage, name: "quay.io/shop/ruby@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}

        """;

    private void WriteStream(string? digest) => _folder.Write("stream.yaml", digest is null ? Stream : $$"""
        {{Stream}}status:
          tags:
            - tag: "3.3"
              items:
                - {created: "2024-01-01T00:00:00Z", image: "{{digest}}", dockerImageReference: "quay.io/shop/ruby@{{digest}}", generation: 1}
        """);

    private Task<ToolRun> RunAsync(params string[] options) => ToolRun.RunAsync(
        new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) },
        ["outdated", _folder.Path, "-o", "json", .. options]);

    private static IEnumerable<string?> ReadStatus(ToolRun run)
    {
        using var json = JsonDocument.Parse(run.Out);
        return [.. json.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("status").GetString())];
    }
}
