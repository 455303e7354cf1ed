using System.Text.Json;
using FsCheck.Xunit;
using ImageStreams.Graphs;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class TriggerSarifTests
{
    [Fact]
    public void ToJson_NoFindings_HasAllRulesAndNoResults()
    {
        var run = Valid(TriggerSarif.ToJson([])).GetProperty("runs")[0];

        Assert.Equal(0, run.GetProperty("results").GetArrayLength());
        Assert.Equal(
            TriggerRules.All.Select(rule => rule.Code),
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!));
    }

    [Fact]
    public void ToJson_Finding_ReportsLocationAndFix()
    {
        var finding = Examine(ADeployment(ATrigger("""{"kind":"ImageStreamTag","name":"app"}""")))[0];

        var result = Result(TriggerSarif.ToJson([finding]));

        var location = result.GetProperty("locations")[0];
        var correction = result.GetProperty("properties").GetProperty("correction");
        Assert.Equal("IST1011", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal(finding.Message, result.GetProperty("message").GetProperty("text").GetString());
        Assert.False(location.TryGetProperty("physicalLocation", out _));
        Assert.Equal(
            $"Deployment/shop/web/{Annotation}[0].from.name",
            location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        Assert.Equal(Annotation, correction.GetProperty("path").GetString());
        Assert.Equal($"[{Sound}]", correction.GetProperty("value").GetString());
        Assert.Equal("shop/app:latest", result.GetProperty("properties").GetProperty("imageStreamTag").GetString());
    }

    [Theory]
    [InlineData("deploy/web.yaml", "deploy/web.yaml")]
    [InlineData("deploy\\my web.yaml", "deploy/my%20web.yaml")]
    [InlineData("über/#1.yaml", "%C3%BCber/%231.yaml")]
    [InlineData("https://git.example.com/web.yaml", "https://git.example.com/web.yaml")]
    [InlineData("file:///deploy/my web.yaml", "file:///deploy/my%20web.yaml")]
    public void ToJson_FileIsKnown_NamesItAsUri(string file, string uri)
    {
        var options = new TriggerSarifOptions { FindFile = path => path.Name == "web" ? file : null };

        var result = Result(TriggerSarif.ToJson([.. Examine(Annotated("{}"))], options));

        Assert.Equal(uri, result.GetProperty("locations")[0].GetProperty("physicalLocation")
            .GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Theory]
    [InlineData(TriggerSeverity.Note, "note")]
    [InlineData(TriggerSeverity.Warning, "warning")]
    [InlineData(TriggerSeverity.Error, "error")]
    public void ToJson_EachRule_HasTheLevelOfItsFindings(TriggerSeverity severity, string level) => Assert.All(
        TriggerRules.All.Where(rule => rule.Severity == severity),
        rule => Assert.Equal(level, Result(TriggerSarif.ToJson([AFinding(rule)])).GetProperty("level").GetString()));

    [Property(Replay = "2026,1311", MaxTest = 50)]
    public void ToJson_AnyFindings_KeepsTheRulesOfTheFormat(int seed)
    {
        var findings = TriggerDoctor.Examine(new RandomObjects(seed).Objects);

        var log = Valid(TriggerSarif.ToJson(findings, new() { FindFile = path => $"{path.Kind}/{path.Name}.yaml" }));

        Assert.Equal(findings.Count, log.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void ToJson_HostileTexts_AreValid()
    {
        var path = new GraphField { Kind = "Deployment", Namespace = "\ud800", Name = "\"\n\u2028</script>", Path = "\0" };

        Valid(TriggerSarif.ToJson([AFinding(TriggerRules.TagCycle) with { Location = path, Message = "\udc00" }],
            new() { FindFile = _ => "a b/\ud800.yaml" }));
    }

    [Theory]
    [InlineData("\"version\":\"2.1.0\"", "\"version\":\"2.0.0\"", "$.version is not version")]
    [InlineData("\"level\":\"error\"", "\"level\":\"fatal\"", "level is not level")]
    [InlineData("\"ruleIndex\":0", "\"ruleIndex\":1", "results is not ruleIndex and ruleId are of one rule")]
    [InlineData("\"ruleIndex\":0", "\"ruleIndex\":-2", "ruleIndex is not index")]
    [InlineData("\"kind\":\"property\"", "\"path\":\"x\"", "path is not a property that is known here")]
    [InlineData("\"message\":{\"text\"", "\"message\":{\"markdown\"", "message is not an object with text!")]
    public void Rules_BrokenLog_AreNotKept(string part, string broken, string error)
    {
        var json = TriggerSarif.ToJson([AFinding(TriggerRules.UnreadableAnnotation)]);

        Assert.Contains(part, json, StringComparison.Ordinal);
        Assert.Contains(SarifRules.Check(json.Replace(part, broken, StringComparison.Ordinal)), one => one.EndsWith(error, StringComparison.Ordinal));
    }

    private static TriggerFinding AFinding(TriggerRule rule) => new()
    {
        Rule = rule,
        Location = new GraphField { Kind = "Deployment", Namespace = "shop", Name = "web", Path = "spec" },
        Message = "It is so.",
    };

    private static JsonElement Result(string json) => Valid(json).GetProperty("runs")[0].GetProperty("results")[0];

    private static JsonElement Valid(string json)
    {
        Assert.Empty(SarifRules.Check(json));
        return JsonElement.Parse(json);
    }
}
