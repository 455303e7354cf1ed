using System.Text.Json;

namespace ImageStreams.Tests.Tool;

/// <summary>The SARIF of the commands has what the standard requires, and what code hosts need.</summary>
public sealed class SarifOutputTests
{
    [Theory]
    [InlineData("doctor")]
    [InlineData("validate")]
    public async Task Sarif_OfTheSampleFolder_HasTheRequiredProperties(string command)
    {
        using var sarif = await RunAsync(command, RepositoryFiles.Shop);

        var root = sarif.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.StartsWith("https://", root.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.NotEmpty(run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString()!);
        Assert.NotEmpty(run.GetProperty("results").EnumerateArray());
        Assert.All(run.GetProperty("results").EnumerateArray(), result => AssertResult(result, rules));
    }

    [Fact]
    public async Task Sarif_TextThatNobodyCanRead_IsAResultWithItsLine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("chart #1.yaml", "kind: Deployment\nmetadata:\n  name: {{ .Values.name }}\n");

        using var sarif = await RunAsync("doctor", folder.Path);

        var result = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        Assert.Equal("ISM1002", result.GetProperty("ruleId").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.EndsWith("/chart%20%231.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    private static void AssertResult(JsonElement result, JsonElement rules)
    {
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note" });
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        Assert.NotEmpty(result.GetProperty("partialFingerprints").EnumerateObject());
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        Assert.True(place.GetProperty("region").GetProperty("startColumn").GetInt32() >= 1);
        var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString();
        Assert.True(Uri.TryCreate(uri, UriKind.RelativeOrAbsolute, out _));
        Assert.DoesNotContain(' ', uri!);
    }

    private static async Task<JsonDocument> RunAsync(params string[] args) =>
        JsonDocument.Parse((await ToolRun.RunAsync([.. args, "--output", "sarif"])).Out);
}
