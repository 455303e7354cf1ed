using System.Text.Json;
using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class BaseTests : IDisposable
{
    private const string Name = "org.opencontainers.image.base.name";
    private const string DigestKey = "org.opencontainers.image.base.digest";

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    private static SyntheticImage Base => SyntheticImage.Create("base").WithLayer("etc/base", "1");

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Base_ImageWithTheLayersOfABase_IsFoundAndCurrent()
    {
        var digest = _registry.Push("quay.io/shop/base:1", Base);
        _registry.Push("quay.io/shop/other:1", SyntheticImage.Create("other").WithLayer("etc/other", "2"));
        _registry.Push("quay.io/shop/app:1", Base.WithLayer("app/a", "3").WithLayer("app/b", "4"));

        var run = await RunAsync("quay.io/shop/app:1", "--base", "quay.io/shop/other:1", "--base", "quay.io/shop/base:1");

        Assert.Contains($"built from quay.io/shop/base:1, {digest}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("found by its layers: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("the tag of the base still has this image\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Base_SeveralBases_TheOneWithMostLayersCounts()
    {
        _registry.Push("quay.io/shop/base:1", Base);
        _registry.Push("quay.io/shop/runtime:1", Base.WithLayer("runtime", "2"));
        _registry.Push("quay.io/shop/app:1", Base.WithLayer("runtime", "2").WithLayer("app", "3"));

        var json = await ReadAsync("quay.io/shop/app:1", "--base", "quay.io/shop/runtime:1", "-b", "quay.io/shop/base:1", "-b", "quay.io/shop/app:1");

        Assert.Equal("quay.io/shop/runtime:1", json.GetProperty("base").GetString());
        Assert.Equal("layers", json.GetProperty("foundBy").GetString());
        Assert.Equal(json.GetProperty("layers").GetInt32() - 1, json.GetProperty("baseLayers").GetInt32());
    }

    [Fact]
    public async Task Base_LockedBaseWhoseTagMoved_IsFoundByItsDigestAndHasMoved()
    {
        var digest = _registry.Push("quay.io/shop/base:1", Base);
        var file = Path.Join(_folder.Path, "imagestreams.lock.json");
        var locked = await ToolRun.RunAsync(Setting, "lock", "add", "quay.io/shop/base:1", "--lock", file);
        _registry.Push("quay.io/shop/app:1", Base.WithLayer("app", "3"));
        _registry.Push("quay.io/shop/base:1", Base.WithLayer("fix", "2"));

        var run = await RunAsync("quay.io/shop/app:1", "--lock", file);

        Assert.True(locked.ExitCode == ToolExitCode.Fine, locked.Error);
        Assert.Contains($"built from quay.io/shop/base:1, {digest}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("the tag of the base has moved: it is sha256:", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Base_Annotation_CountsBeforeALabel()
    {
        var digest = _registry.Push("quay.io/shop/base:1", Base);
        _registry.Push("quay.io/shop/app:1", SyntheticImage.Create("app")
            .WithLabel(Name, "quay.io/shop/older:1")
            .WithAnnotation(Name, "quay.io/shop/base:1")
            .WithAnnotation(DigestKey, digest.ToString()));

        var json = await ReadAsync("quay.io/shop/app:1");

        Assert.Equal("quay.io/shop/base:1", json.GetProperty("base").GetString());
        Assert.Equal("annotation", json.GetProperty("foundBy").GetString());
        Assert.Equal("current", json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Base_Label_SaysThatItMayBeInherited()
    {
        _registry.Push("quay.io/shop/app:1", SyntheticImage.Create("app").WithLabel(Name, "quay.io/shop/base:1"));

        var run = await RunAsync("quay.io/shop/app:1");

        Assert.Contains("found by a label, which the image may have inherited", run.Out, StringComparison.Ordinal);
        Assert.Contains("no tag and digest to compare", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Base_IndexWithPlatforms_ComparesTheSamePlatform()
    {
        SyntheticImage[] bases = [Base.WithPlatform("linux", "amd64"), Base.WithLayer("arm", "1").WithPlatform("linux", "arm64")];
        var digest = _registry.Push("quay.io/shop/base:1", SyntheticIndex.Create(bases));
        _registry.Push("quay.io/shop/app:1", SyntheticIndex.Create([.. bases.Select(one => one.WithLayer("app", "2"))]));

        var json = await ReadAsync("quay.io/shop/app:1", "--platform", "linux/arm64", "--base", "quay.io/shop/base:1");
        var missing = await RunAsync("quay.io/shop/app:1", "--platform", "linux/s390x");

        Assert.Equal("linux/arm64", json.GetProperty("platform").GetString());
        Assert.Equal(digest.ToString(), json.GetProperty("baseDigest").GetString());
        Assert.Equal("current", json.GetProperty("status").GetString());
        Assert.Contains("no image for linux/s390x; it has linux/amd64, linux/arm64", missing.Error, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Failed, missing.ExitCode);
    }

    [Fact]
    public async Task Base_NothingKnown_ExitsWith1AndNoImageWith3()
    {
        _registry.Push("quay.io/shop/app:1", SyntheticImage.Create("app"));

        var unknown = await RunAsync("quay.io/shop/app:1");
        var missing = await RunAsync("quay.io/shop/missing:1");
        var wrong = await RunAsync("not an image");

        Assert.Contains("its base is not known", unknown.Out, StringComparison.Ordinal);
        Assert.Equal(
            [ToolExitCode.Findings, ToolExitCode.Failed, ToolExitCode.Failed], [unknown.ExitCode, missing.ExitCode, wrong.ExitCode]);
    }

    private ToolSetting Setting => new() { CreateRegistryClient = one => _registry.CreateClient(one) };

    private Task<ToolRun> RunAsync(params string[] options) => ToolRun.RunAsync(Setting, ["base", .. options]);

    private async Task<JsonElement> ReadAsync(params string[] options)
    {
        var run = await RunAsync([.. options, "--output", "json"]);
        Assert.True(run.Error.Length == 0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }
}
