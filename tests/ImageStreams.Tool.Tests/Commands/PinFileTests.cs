using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class PinFileTests : IDisposable
{
    private const string Old = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Pin_FilesOfAllFormats_PinsThemAndKeepsEverythingElse()
    {
        var digest = _registry.Push("quay.io/shop/base:1", SyntheticImage.Create("base"));
        _folder.Write("Dockerfile", "# the base\r\nFROM quay.io/shop/base:1 AS base\r\n");
        _folder.Write("compose.yaml", "services: {a: {image: 'quay.io/shop/base:1'}} # c\n");
        _folder.Write(".github/workflows/ci.yml", "jobs: {a: {container: quay.io/shop/base:1}}\n");
        _folder.Write("app/app.csproj", "<Project><PropertyGroup><ContainerBaseImage>quay.io/shop/base:1</ContainerBaseImage></PropertyGroup></Project>");
        _folder.Write("kustomization.yaml", "images:\n- name: quay.io/shop/base\n  newTag: '1'\n");

        var run = await RunAsync("pin", "--ask-registries", "--yes");
        var again = await RunAsync("pin", "--ask-registries", "--check");

        Assert.Equal($"# the base\r\nFROM quay.io/shop/base:1@{digest} AS base\r\n", _folder.Read("Dockerfile"));
        Assert.Equal($"services: {{a: {{image: 'quay.io/shop/base:1@{digest}'}}}} # c\n", _folder.Read("compose.yaml"));
        Assert.Contains($"base:1@{digest}}}", _folder.Read(".github/workflows/ci.yml"), StringComparison.Ordinal);
        Assert.Contains($"base:1@{digest}<", _folder.Read("app/app.csproj"), StringComparison.Ordinal);
        Assert.Equal($"images:\n- name: quay.io/shop/base\n  newTag: '1'\n  digest: {digest}\n", _folder.Read("kustomization.yaml"));
        Assert.Equal((ToolExitCode.Fine, ToolExitCode.Fine), (run.ExitCode, again.ExitCode));
        Assert.Contains("5 of 5 names without a digest can be pinned\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_NameWithAnOlderDigest_MovesToTheNewOne()
    {
        var digest = _registry.Push("docker.io/library/alpine:3.20", SyntheticImage.Create("alpine"));
        _folder.Write("Dockerfile", $"FROM alpine:3.20@{Old}\nCOPY --from=quay.io/shop/fixed@{Old} /a /a\n");

        var run = await RunAsync("pin", "--ask-registries", "--yes");

        Assert.Equal($"FROM alpine:3.20@{digest}\nCOPY --from=quay.io/shop/fixed@{Old} /a /a\n", _folder.Read("Dockerfile"));
        Assert.Contains("1 pinned name moved to the newer image of the tag\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Pin_PinnedNameWhoseRegistryDoesNotAnswer_IsNotChecked()
    {
        _folder.Write("Dockerfile", $"FROM quay.io/shop/gone:1@{Old}\n");

        var run = await RunAsync("pin", "--ask-registries", "--check");

        Assert.Contains($"Dockerfile:1:6: not checked: 'quay.io/shop/gone:1@{Old}': ", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("moved", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Pin_WithoutRegistries_SaysWhyAndTakesTheDigestsOfTheStatus()
    {
        _folder.Write("Dockerfile", "ARG TAG\nFROM quay.io/shop/base:$TAG\nFROM ubuntu\n");
        _folder.Write("Containerfile", "FROM quay.io/shop/ruby:3.3\n");
        _folder.Write("shop.yaml", await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Data("stored"), "shop.yaml")));

        var run = await RunAsync("pin", "--only", "files", "--yes");

        Assert.StartsWith("FROM quay.io/shop/ruby:3.3@sha256:a", _folder.Read("Containerfile"), StringComparison.Ordinal);
        Assert.Contains("Dockerfile:2:6: not pinned: 'quay.io/shop/base:$TAG': The variable TAG has no default", run.Out, StringComparison.Ordinal);
        Assert.Contains("Dockerfile:3:6: not pinned: 'ubuntu': no status has its digest", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Pin_NamedFile_IsReadAsItsFormatAndNotAsAManifest()
    {
        var digest = _registry.Push("quay.io/shop/base:1", SyntheticImage.Create("base"));
        _folder.Write("Dockerfile", "FROM quay.io/shop/base:1\nRUN echo {{\n");

        var run = await ToolRun.RunAsync(Setting, "pin", Path.Join(_folder.Path, "Dockerfile"), "--ask-registries", "--output", "json");

        Assert.Equal("", run.Error);
        Assert.Contains("\"kind\": \"fileName\"", run.Out, StringComparison.Ordinal);
        Assert.Contains($"\"after\": \"quay.io/shop/base:1@{digest}\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"object\": null", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_GlobOfDockerfiles_DoesNotReadThemAsManifests()
    {
        _folder.Write("app/Dockerfile", "FROM quay.io/shop/base:1\nRUN a: b\nRUN [\n");

        var run = await ToolRun.RunAsync(Setting, "pin", Path.Join(_folder.Path, "**", "Dockerfile"));

        Assert.Equal("", run.Error);
        Assert.Contains("app/Dockerfile:1:6: not pinned", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_FileWithAProblem_TellsItOnceAndPinsTheRest()
    {
        var digest = _registry.Push("quay.io/shop/base:1", SyntheticImage.Create("base"));
        _folder.Write("compose.yaml", "services:\n  a: {\n");
        _folder.Write("a.Dockerfile", "FROM quay.io/shop/base:1\nRUN <<EOF\n");

        var run = await RunAsync("pin", "--ask-registries", "--yes");

        Assert.Equal(2, run.Error.Split('\n').Count(line => line.Contains(": error: ", StringComparison.Ordinal)));
        Assert.Equal($"FROM quay.io/shop/base:1@{digest}\nRUN <<EOF\n", _folder.Read("a.Dockerfile"));
    }

    [Fact]
    public async Task Outdated_NamesInFiles_AreCurrentMovedOrUnknown()
    {
        var digest = _registry.Push("docker.io/library/alpine:3.20", SyntheticImage.Create("alpine"));
        _registry.Push("quay.io/shop/base:1", SyntheticImage.Create("base"));
        _folder.Write("Dockerfile", $"FROM alpine:3.20@{digest}\nFROM quay.io/shop/base:1@{Old}\nFROM quay.io/shop/base:1\nFROM quay.io/x@{Old}\n");

        var run = await RunAsync("outdated");

        var lines = run.Out.Split('\n');
        Assert.Contains(lines, line => line.Contains("Dockerfile:1:6", StringComparison.Ordinal) && line.Contains("current", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Dockerfile:2:6", StringComparison.Ordinal) && line.Contains("moved", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Dockerfile:3:6", StringComparison.Ordinal) && line.Contains("unknown", StringComparison.Ordinal));
        Assert.Contains("1 of 3 image names moved", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Outdated_SavedState_TellsThatANameWithoutDigestMoved()
    {
        var state = Path.Join(_folder.Path, "images.lock");
        _registry.Push("quay.io/shop/base:1", SyntheticImage.Create("base"));
        _folder.Write("Dockerfile", "FROM quay.io/shop/base:1\n");

        var saved = await RunAsync("outdated", "--save", state);
        _registry.Push("quay.io/shop/base:1", SyntheticImage.Create("newer"));
        var moved = await RunAsync("outdated", "--state", state);
        var tags = await RunAsync("outdated", "--state", state, "--only", "tags");

        Assert.Equal([ToolExitCode.Fine, ToolExitCode.Findings, ToolExitCode.Fine], [saved.ExitCode, moved.ExitCode, tags.ExitCode]);
    }

    [Fact]
    public async Task Pin_Lock_PinsToTheLockedImageThoughTheTagHasMoved()
    {
        var locked = _registry.Push("docker.io/library/alpine:3.20", SyntheticImage.Create("locked"));
        var file = Path.Join(_folder.Path, "imagestreams.lock.json");
        var add = await ToolRun.RunAsync(Setting, "lock", "add", "docker.io/library/alpine:3.20", "--lock", file);
        _registry.Push("docker.io/library/alpine:3.20", SyntheticImage.Create("newer"));
        _folder.Write("Dockerfile", $"FROM alpine:3.20\nFROM alpine:3.20@{Old}\n");

        var run = await RunAsync("pin", "--lock", file, "--ask-registries", "--yes");
        var again = await RunAsync("pin", "--lock", file, "--ask-registries", "--check");

        Assert.True(add.ExitCode == ToolExitCode.Fine, add.Error);
        Assert.Equal($"FROM alpine:3.20@{locked}\nFROM alpine:3.20@{locked}\n", _folder.Read("Dockerfile"));
        Assert.Equal((ToolExitCode.Fine, ToolExitCode.Fine), (run.ExitCode, again.ExitCode));
    }

    private ToolSetting Setting => new() { CreateRegistryClient = one => _registry.CreateClient(one) };

    private Task<ToolRun> RunAsync(string command, params string[] options) =>
        ToolRun.RunAsync(Setting, [command, _folder.Path, .. options]);
}
