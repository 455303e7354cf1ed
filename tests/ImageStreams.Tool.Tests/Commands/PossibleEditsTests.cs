using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>One edit that cannot be made leaves the others alone.</summary>
public sealed class PossibleEditsTests : IDisposable
{
    // The text behind the anchor is that of a variable, too, which a pin does not mean.
    private const string Shared = """
        apiVersion: v1
        kind: Pod
        metadata: {name: shared}
        spec:
          containers:
            - name: a
              image: &image quay.io/shop/proxy:2.4
              env: [{name: IMAGE, value: *image}]
            - name: b
              image: quay.io/shop/proxy:2.4

        """;

    private const string Paused = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: NAME
          annotations:
            image.openshift.io/triggers: ANCHOR '[{"from":{"kind":"ImageStreamTag","name":"web:latest"},"fieldPath":"spec.template.spec.containers[0].image","paused":"false"}]'
            copy: COPY
        spec: {template: {spec: {containers: [{name: web, image: " "}]}}}
        ---

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Pin_OneEditIsImpossible_MakesTheOthersAndNamesIt()
    {
        var digest = _registry.Push("quay.io/shop/proxy:2.4", SyntheticImage.Create("proxy"));
        _folder.Write("a.yaml", Shared);
        _folder.Write("b.yaml", Shared.Replace("&image ", "", StringComparison.Ordinal).Replace("*image", "x", StringComparison.Ordinal));

        var run = await PinAsync("--yes");

        Assert.Equal(
            Shared.Replace("b\n      image: quay.io/shop/proxy:2.4", $"b\n      image: quay.io/shop/proxy@{digest}", StringComparison.Ordinal),
            _folder.Read("a.yaml"));
        Assert.DoesNotContain("proxy:2.4", _folder.Read("b.yaml"), StringComparison.Ordinal);
        Assert.Contains("a.yaml:7:7: not pinned: 'quay.io/shop/proxy:2.4': Pod shared: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("3 of 4 names", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Pin_OneNameInAFileCannotBeWritten_MakesTheOthersAndNamesIt()
    {
        const string Values = "a: {image: {repository: quay.io/shop/proxy, tag: &version '2.4'}, label: *version}\nb: {image: {repository: quay.io/shop/proxy, tag: '2.4'}}\n";
        var digest = _registry.Push("quay.io/shop/proxy:2.4", SyntheticImage.Create("proxy"));
        _folder.Write("chart/Chart.yaml", "name: shop\n");
        _folder.Write("chart/values.yaml", Values);
        _folder.Write("Dockerfile", "FROM quay.io/shop/proxy:2.4\n");

        var run = await PinAsync("--yes");

        Assert.Equal(
            Values.Replace(", tag: '2.4'}}", $", tag: '2.4@{digest}'}}}}", StringComparison.Ordinal), _folder.Read("chart/values.yaml").Replace('"', '\''));
        Assert.Equal($"FROM quay.io/shop/proxy:2.4@{digest}\n", _folder.Read("Dockerfile"));
        Assert.Contains("values.yaml:1:25: not pinned: 'quay.io/shop/proxy:2.4': The edited text would not mean", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 of 3 names", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Pin_Json_SaysWhichNameCannotBeWritten()
    {
        _registry.Push("quay.io/shop/proxy:2.4", SyntheticImage.Create("proxy"));
        _folder.Write("a.yaml", Shared);

        var run = await PinAsync("-o", "json");

        Assert.Contains("\"after\": null", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"after\": \"quay.io/shop/proxy@sha256:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_OneCorrectionIsImpossible_MakesTheOthersAndNamesIt()
    {
        _folder.Write("a.yaml", Create("shared", "&trigger", "*trigger") + Create("own", "", "x"));

        var run = await ToolRun.RunAsync("doctor", _folder.Path, "--fix", "--yes", "--fail-on", "error", "--ignore", "IST1101");

        Assert.Equal(1, CountPaused(_folder.Read("a.yaml"), "\"false\""));
        Assert.Equal(1, CountPaused(_folder.Read("a.yaml"), "false}"));
        Assert.Contains("not corrected: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("a.yaml:6:", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    private static string Create(string name, string anchor, string copy) => Paused
        .Replace("NAME", name, StringComparison.Ordinal)
        .Replace("ANCHOR", anchor, StringComparison.Ordinal)
        .Replace("COPY", copy, StringComparison.Ordinal);

    private static int CountPaused(string text, string value) => text.Split($"\"paused\":{value}").Length - 1;

    private Task<ToolRun> PinAsync(params string[] options) => ToolRun.RunAsync(
        new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) }, ["pin", _folder.Path, "--ask-registries", .. options]);
}
