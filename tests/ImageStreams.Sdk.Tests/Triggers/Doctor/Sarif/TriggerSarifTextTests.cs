using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>The whole text of logs.</summary>
public class TriggerSarifTextTests
{
    private static TriggerFinding Finding => new()
    {
        Rule = TriggerRules.PausedIsText,
        Location = new GraphField { Kind = "Deployment", Namespace = "shop", Name = "web", Path = "spec.x" },
        Message = "It is so.",
        Tag = ImageStreamTagName.FromParts("shop", "ruby", "a"),
        Correction = new TriggerCorrection { Path = "spec.y", Value = RawJson.Parse("true"u8) },
    };

    [Fact]
    public void ToJson_Log_NamesFormatToolAndRules()
    {
        var log = JsonNode.Parse(TriggerSarif.ToJson([]))!.AsObject();
        var rules = log["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();

        Assert.Equal(
            """{"id":"IST1002","name":"paused-is-text","shortDescription":{"text":"paused is a text, and must be true or false without quotes."},"help":{"text":"The text makes the whole annotation unreadable, so that no trigger of the object fires. Remove the quotes."},"defaultConfiguration":{"level":"error"}}""",
            rules[1]!.ToJsonString());
        rules.Clear();
        var version = typeof(TriggerDoctor).Assembly.GetName().Version!;
        Assert.Equal(
            $$$"""{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"ImageStreams trigger doctor","semanticVersion":"{{{version.Major}}}.{{{version.Minor}}}.{{{version.Build}}}","rules":[]}},"results":[]}]}""",
            log.ToJsonString());
    }

    [Fact]
    public void ToJson_Finding_HasEveryField() => AssertResult(
        """{"ruleId":"IST1002","ruleIndex":1,"level":"error","message":{"text":"It is so."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.yaml"},"region":{"startLine":3,"startColumn":7}},"logicalLocations":[{"name":"spec.x","fullyQualifiedName":"Deployment/shop/web/spec.x","kind":"property"}]}],"partialFingerprints":{"findingPlace/v1":"IST1002:Deployment/shop/web/spec.x"},"properties":{"imageStreamTag":"shop/ruby:a","correction":{"path":"spec.y","value":true}}}""",
        Finding,
        new TriggerSarifOptions { FindPlace = _ => new SarifPlace { File = "a.yaml", Line = 3, Column = 7 } });

    [Fact]
    public void ToJson_FindingWithoutAPlace_HasALogicalLocation() => AssertResult(
        """{"ruleId":"IST1002","ruleIndex":1,"level":"error","message":{"text":"It is so."},"locations":[{"logicalLocations":[{"name":"spec.x","fullyQualifiedName":"Deployment/shop/web/spec.x","kind":"property"}]}],"partialFingerprints":{"findingPlace/v1":"IST1002:Deployment/shop/web/spec.x"},"properties":{"imageStreamTag":"shop/ruby:a"}}""",
        Finding with { Correction = null },
        new TriggerSarifOptions());

    [Fact]
    public void ToJson_FindingWithACorrectionAlone_HasItInItsProperties()
    {
        var result = GetRun([Finding with { Tag = null }], new())["results"]![0]!;
        Assert.Equal("""{"correction":{"path":"spec.y","value":true}}""", result["properties"]!.ToJsonString());
    }

    [Fact]
    public void ToJson_FindingWithoutTagAndCorrection_HasNoProperties() =>
        Assert.Null(GetRun([Finding with { Tag = null, Correction = null }], new())["results"]![0]!["properties"]);

    [Theory]
    [InlineData(false, false, "\"locations\":[]}")]
    [InlineData(true, false, "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.yaml\"}}}],\"partialFingerprints\":{\"findingPlace/v1\":\"ISM1002:a.yaml\"}}")]
    [InlineData(false, true, "\"locations\":[{\"logicalLocations\":[{\"name\":\"spec\",\"fullyQualifiedName\":\"K/n/o/spec\",\"kind\":\"property\"}]}],\"partialFingerprints\":{\"findingPlace/v1\":\"ISM1002:K/n/o/spec\"}}")]
    public void ToJson_Problem_HasThePlaceThatIsKnown(bool hasPlace, bool hasField, string end)
    {
        var problem = new SarifProblem
        {
            Rule = new SarifRule { Code = "ISM1002", Name = "syntax", Severity = TriggerSeverity.Note, Title = "T.", Help = "H." },
            Message = "one",
            Place = hasPlace ? new SarifPlace { File = "a.yaml" } : null,
            Field = hasField ? new GraphField { Kind = "K", Namespace = "n", Name = "o", Path = "spec" } : null,
        };

        var run = GetRun([], new TriggerSarifOptions { GetProblems = () => [problem] });

        Assert.Equal(
            $$"""{"ruleId":"ISM1002","ruleIndex":{{TriggerRules.All.Count}},"level":"note","message":{"text":"one"},{{end}}""",
            run["results"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ToJson_Columns_AreCountedInUtf16IfPlacesAreAskedFor(bool asks)
    {
        var options = new TriggerSarifOptions { FindPlace = asks ? _ => null : null };
        Assert.Equal(asks ? "utf16CodeUnits" : null, (string?)GetRun([Finding], options)["columnKind"]);
    }

    [Fact]
    public void Write_Destination_GetsTheTextOfToJson()
    {
        var destination = new ArrayBufferWriter<byte>();
        TriggerSarif.Write(destination, [Finding]);
        Assert.Equal(TriggerSarif.ToJson([Finding]), Encoding.UTF8.GetString(destination.WrittenSpan));
    }

    private static void AssertResult(string expected, TriggerFinding finding, TriggerSarifOptions options) =>
        Assert.Equal(expected, GetRun([finding], options)["results"]![0]!.ToJsonString());

    private static JsonObject GetRun(ValueList<TriggerFinding> findings, TriggerSarifOptions options) =>
        JsonNode.Parse(TriggerSarif.ToJson(findings, options))!["runs"]![0]!.AsObject();
}
