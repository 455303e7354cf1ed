using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class PinTests : IDisposable
{
    private const string Digest = "quay.io/shop/ruby@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();
    private readonly string _before = File.ReadAllText(Path.Combine(RepositoryFiles.Data("stored"), "shop.yaml"));

    public PinTests() => _folder.Write("shop.yaml", _before);

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task Pin_FromStatus_WritesDigestsAndKeepsEveryOtherByte()
    {
        var run = await RunAsync("--yes");

        Assert.Equal(
            _before.Replace("name: quay.io/shop/ruby:3.3 #", $"name: {Digest} #", StringComparison.Ordinal)
                .Replace("image: ' ' #", $"image: '{Digest}' #", StringComparison.Ordinal)
                .Replace("image: \"quay.io/shop/ruby:3.3\"", $"image: \"{Digest}\"", StringComparison.Ordinal),
            _folder.Read("shop.yaml"));
        Assert.Contains("'quay.io/shop/proxy:2.4': no status has its digest", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Pin_AskingRegistries_PinsTheRestAndIsFine()
    {
        var digest = _registry.Push("quay.io/shop/proxy:2.4", SyntheticImage.Create("proxy"));

        var run = await RunAsync("--yes", "--ask-registries");
        var again = await RunAsync("--check");

        Assert.Contains($"image: quay.io/shop/proxy@{digest}\n", _folder.Read("shop.yaml"), StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Equal(ToolExitCode.Fine, again.ExitCode);
        Assert.Equal("0 of 0 names without a digest can be pinned\n", again.Out);
    }

    [Fact]
    public async Task Pin_RegistryWithoutTheImage_SaysWhy()
    {
        var run = await RunAsync("--check", "--ask-registries");

        Assert.Contains("'quay.io/shop/proxy:2.4': ", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--ask-registries asks", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--only", "builds", "--yes")]
    [InlineData("--output", "json", "--yes")]
    [InlineData("--only", "containers")]
    public async Task Pin_NothingToWrite_LeavesTheFile(params string[] options)
    {
        await RunAsync(options);

        Assert.Equal(_before, _folder.Read("shop.yaml"));
    }

    [Fact]
    public async Task Pin_OnlyContainers_LeavesTheStream()
    {
        await RunAsync("--only", "containers", "--yes");

        Assert.Contains("name: quay.io/shop/ruby:3.3 # the base\n", _folder.Read("shop.yaml"), StringComparison.Ordinal);
        Assert.Contains($"image: '{Digest}'", _folder.Read("shop.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_NameWithAParameterOfATemplate_StaysAsItIs()
    {
        const string Template = """
            apiVersion: template.openshift.io/v1
            kind: Template
            metadata: {name: site}
            parameters: [{name: TAG, value: "2.4"}]
            objects:
              - apiVersion: v1
                kind: Pod
                metadata: {name: site}
                spec:
                  containers:
                    - name: a
                      image: quay.io/shop/proxy:${TAG}
                    - name: b
                      image: quay.io/shop/proxy:2.4
            """;
        _folder.Write("shop.yaml", Template);
        var digest = _registry.Push("quay.io/shop/proxy:2.4", SyntheticImage.Create("proxy"));

        var run = await RunAsync("--yes", "--ask-registries");

        Assert.Equal(Template.Replace("proxy:2.4", $"proxy@{digest}", StringComparison.Ordinal), _folder.Read("shop.yaml"));
        Assert.Contains("it has a parameter of a template", run.Out, StringComparison.Ordinal);
    }

    private Task<ToolRun> RunAsync(params string[] options) => ToolRun.RunAsync(
        new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) }, ["pin", _folder.Path, .. options]);
}
