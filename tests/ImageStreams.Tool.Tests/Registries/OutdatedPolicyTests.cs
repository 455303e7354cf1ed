using System.Text.Json;
using ImageStreams.Testing;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>Tags with policies: what they would follow, and what holds them.</summary>
public sealed class OutdatedPolicyTests : IDisposable
{
    private const string Held = """[{"gate":"maturity","for":"1d"}]""";

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryRegistry _registry = new();

    public void Dispose()
    {
        _folder.Dispose();
        _registry.Dispose();
    }

    [Theory]
    [InlineData("^2", "[]", "moved", "2.1.0", "The rule moves from 2.0.0 to 2.1.0.")]
    [InlineData("~2.0.0", "[]", "unknown", null, "The rule stays with 2.0.0.")]
    [InlineData("^9", "[]", "unknown", null, "No tag of the repository fits the rule.")]
    public async Task Outdated_ATagWithAPolicy_ShowsWhatIsChosen(string range, string gates, string status, string? chosen, string reason)
    {
        var run = await RunAsync(range, gates, "outdated");

        using var json = JsonDocument.Parse(run.Out);
        var tag = json.RootElement.GetProperty("tags")[0];
        Assert.Equal(
            (status, chosen, reason),
            (tag.GetProperty("status").GetString(), tag.GetProperty("chosen").GetString(), tag.GetProperty("policy").GetString()));
    }

    [Fact]
    public async Task Outdated_AGateThatIsNotOpen_HoldsTheTagAndExitsWith0()
    {
        var run = await RunAsync("^2", Held, "outdated");

        using var json = JsonDocument.Parse(run.Out);
        var tag = json.RootElement.GetProperty("tags")[0];
        Assert.Equal("held", tag.GetProperty("status").GetString());
        Assert.StartsWith("2.1.0 is not taken: 2.1.0 has its image since ", tag.GetProperty("policy").GetString(), StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task Explain_ATagWithAPolicy_ShowsItAndWhatHoldsIt()
    {
        var digest = $"sha256:{new string('1', 64)}";
        var memory = "{\"moved\":\"2026-11-30T10:00:00Z\",\"candidates\":[{\"tag\":\"2.1.0\",\"digest\":\"" + digest
            + "\",\"seen\":\"2026-12-01T10:00:00Z\",\"results\":[{\"gate\":\"maturity\",\"result\":\"held\",\"until\":\"2026-12-02T10:00:00Z\"}]}]}";

        var run = await RunAsync("^2", Held, "explain", $"      imagestreams.sdk/tag-gate-state: '{memory}'\n");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(
            [
                "policy {\"range\":\"^2\"}", "moved at 2026-11-30T10:00:00Z",
                "2.1.0 is waiting since 2026-12-01T10:00:00Z: held by maturity until 2026-12-02T10:00:00Z",
            ],
            json.RootElement.GetProperty("tags")[0].GetProperty("policy").EnumerateArray().Select(line => line.GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task Lock_ATagWithAPolicy_ShowsWhatIsChosenAndWhatHoldsIt()
    {
        await RunAsync("^2", Held, "outdated");

        var run = await ToolRun.RunAsync(
            new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) },
            ["lock", "add", "shop/app:prod", "--manifests", _folder.Path, "--lock", Path.Combine(_folder.Path, "images.lock.json"), "-o", "json"]);

        using var json = JsonDocument.Parse(run.Out);
        var policy = Assert.Single(json.RootElement.GetProperty("policies").EnumerateArray());
        Assert.Equal(("shop/app:prod", null, true), (policy.GetProperty("tag").GetString(), policy.GetProperty("chosen").GetString(), policy.GetProperty("held").GetBoolean()));
    }

    private Task<ToolRun> RunAsync(string range, string gates, string command, string more = "")
    {
        foreach (var tag in new[] { "2.0.0", "2.1.0", "3.0.0" })
        {
            _registry.Push($"quay.io/shop/app:{tag}", SyntheticImage.Create(tag));
        }

        _folder.Write("stream.yaml", $$"""
            apiVersion: image.openshift.io/v1
            kind: ImageStream
            metadata: {name: app, namespace: shop}
            spec:
              tags:
              - name: prod
                from: {kind: DockerImage, name: "quay.io/shop/app:2.0.0"}
                annotations:
                  imagestreams.sdk/tag-policy: '{"range":"{{range}}"}'
                  imagestreams.sdk/tag-gates: '{{gates}}'

            """ + more);
        string[] tags = command == "explain" ? ["--all"] : [];
        return ToolRun.RunAsync(
            new ToolSetting { CreateRegistryClient = one => _registry.CreateClient(one) }, [command, _folder.Path, "-o", "json", .. tags]);
    }
}
