using System.Text.Json;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class TriggerSarifPlaceTests
{
    private static readonly SarifRule Unreadable = new()
    {
        Code = "ISM1002",
        Name = "syntax",
        Severity = TriggerSeverity.Error,
        Title = "A text is no YAML.",
        Help = "Render it first.",
    };

    [Theory]
    [InlineData(3, 7)]
    [InlineData(3, null)]
    [InlineData(null, null)]
    public void ToJson_PlaceIsKnown_HasARegionFromItsLine(int? line, int? column)
    {
        var place = new SarifPlace { File = "web.yaml", Line = line, Column = column };

        var physical = FindPhysical(GetResult(new TriggerSarifOptions { FindPlace = _ => place }));

        Assert.Equal(line, Find(physical, "startLine"));
        Assert.Equal(column, Find(physical, "startColumn"));
        Assert.Equal("web.yaml", physical.GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void ToJson_NoPlace_AsksForTheFile()
    {
        var physical = FindPhysical(GetResult(new TriggerSarifOptions { FindPlace = _ => null, FindFile = _ => "web.yaml" }));

        Assert.False(physical.TryGetProperty("region", out _));
    }

    [Fact]
    public void ToJson_ProblemsOfAnotherCheck_ComeFirstWithOneRule()
    {
        SarifProblem[] problems =
        [
            new() { Rule = Unreadable, Message = "one", Place = new SarifPlace { File = "a.yaml", Line = 1 } },
            new() { Rule = Unreadable with { Title = "another" }, Message = "two" },
        ];
        var options = new TriggerSarifOptions { FindPlace = _ => null, GetProblems = () => problems };

        var run = GetRun(options);

        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(TriggerRules.All.Count + 1, rules.Count);
        Assert.Equal("A text is no YAML.", rules[^1].GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.Equal(
            ["one", "two"],
            run.GetProperty("results").EnumerateArray().Take(2).Select(one => one.GetProperty("message").GetProperty("text").GetString()));
        Assert.Equal(0, run.GetProperty("results")[1].GetProperty("locations").GetArrayLength());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void SarifPlace_NumberBelowOne_IsRefused(int line, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SarifPlace { File = "a.yaml", Line = line, Column = column });

    private static JsonElement GetRun(TriggerSarifOptions options)
    {
        var json = TriggerSarif.ToJson([.. Examine(Annotated("{}"))], options);
        Assert.Empty(SarifRules.Check(json));
        return JsonElement.Parse(json).GetProperty("runs")[0];
    }

    private static JsonElement GetResult(TriggerSarifOptions options) => GetRun(options).GetProperty("results")[0];

    private static JsonElement FindPhysical(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static int? Find(JsonElement physical, string name) =>
        physical.TryGetProperty("region", out var region) && region.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}
