using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class MirrorTests : IDisposable
{
    private const string Stream = """
        apiVersion: image.openshift.io/v1
        kind: ImageStream
        metadata: {name: ruby, namespace: shop}
        spec:
          tags:
            - name: "3.3"
              from: {kind: DockerImage, name: "quay.io/shop/ruby:3.3"}
        ---
        apiVersion: config.openshift.io/v1
        kind: KIND
        metadata: {name: mirrors}
        spec:
          FIELD:
            - source: quay.io/shop
              mirrors: [mirror.example/shop]
            - source: "not a registry"
              mirrors: [mirror.example/shop]

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Outdated_MirrorForTags_IsAskedAndNamed()
    {
        _registry.Push("mirror.example/shop/ruby:3.3", SyntheticImage.Create("one"));
        Write("ImageTagMirrorSet", "imageTagMirrors");

        var text = await RunAsync("outdated");
        var json = await RunAsync("outdated", "-o", "json");

        Assert.Contains("quay.io/shop/ruby:3.3 via mirror.example/shop/ruby", text.Out, StringComparison.Ordinal);
        Assert.Contains("\"mirror\": \"mirror.example/shop/ruby\"", json.Out, StringComparison.Ordinal);
        Assert.Contains("ignored: ImageTagMirrorSet mirrors: source 'not a registry'", text.Error, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, text.ExitCode);
    }

    [Fact]
    public async Task Outdated_MirrorWithoutTheImage_LeadsToTheSource()
    {
        _registry.Push("quay.io/shop/ruby:3.3", SyntheticImage.Create("one"));
        Write("ImageTagMirrorSet", "imageTagMirrors");

        var run = await RunAsync("outdated");

        Assert.DoesNotContain(" via ", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Outdated_MirrorForDigests_IsNotAskedForATag()
    {
        _registry.Push("mirror.example/shop/ruby:3.3", SyntheticImage.Create("one"));
        Write("ImageDigestMirrorSet", "imageDigestMirrors");

        Assert.Equal(ToolExitCode.Failed, (await RunAsync("outdated")).ExitCode);
    }

    [Fact]
    public async Task Pin_AskingAMirror_WritesTheNameOfTheSource()
    {
        var digest = _registry.Push("mirror.example/shop/ruby:3.3", SyntheticImage.Create("one"));
        Write("ImageTagMirrorSet", "imageTagMirrors");

        var run = await RunAsync("pin", "--ask-registries", "-o", "json");

        Assert.Contains($"\"after\": \"quay.io/shop/ruby@{digest}\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("from its mirror mirror.example/shop/ruby", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forecast_MirrorForTags_IsWhatTheImportsCost()
    {
        Write("ImageTagMirrorSet", "imageTagMirrors");

        var run = await RunAsync("forecast");

        Assert.StartsWith("mirror.example", run.Out, StringComparison.Ordinal);
    }

    private void Write(string kind, string field) => _folder.Write(
        "all.yaml", Stream.Replace("KIND", kind, StringComparison.Ordinal).Replace("FIELD", field, StringComparison.Ordinal));

    private Task<ToolRun> RunAsync(string command, params string[] options) => ToolRun.RunAsync(
        new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) }, [command, _folder.Path, .. options]);
}
