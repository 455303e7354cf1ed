using System.Text;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>Whatever text the trigger annotation has, the doctor says what is wrong with it and goes on.</summary>
public class BrokenAnnotationTests
{
    private const string Tag = """{"kind":"ImageStreamTag","name":"app:latest"}""";
    private const string TagAndHalf = """{"kind":"ImageStreamTag","name":"app:latest","\ud800":null}""";

    public static TheoryData<string, string> IgnoredHalves => new()
    {
        { $$"""[{"\ud800":null,"from":{{Tag}},"fieldPath":"{{WebField}}"}]""", "The field \uFFFD is dropped" },
        { $$"""[{"from":{{Tag}},"fieldPath":"{{WebField}}","pause":"\ud800"}]""", "The field pause is dropped" },
        { $$"""[{"from":{{Tag}},"fieldPath":"{{WebField}}","\udc00x":null}]""", "The field \uFFFDx is dropped" },
        { $$"""[{"from":{{TagAndHalf}},"fieldPath":"{{WebField}}"}]""", "The field \uFFFD is dropped" },
    };

    [Theory]
    [MemberData(nameof(IgnoredHalves))]
    public void FieldThatOpenShiftIgnores_WithHalfOfASurrogatePair_IsANote(string annotation, string message)
    {
        var finding = AssertFindsOnly(TriggerRules.IgnoredField, $"{Annotation}[0]", Annotated(annotation));
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"\ud800":null}]""")]
    [InlineData("""[{"\ud800":1}]""")]
    [InlineData("""[{"pause":"\ud800"}]""")]
    [InlineData("""[{"paused":"\ud800"}]""")]
    [InlineData("""[{"paused":"true"},{"paused":"\ud800"},{"\ud800":null}]""")]
    [InlineData("""[{"from":{"\ud800":null}}]""")]
    [InlineData("""[{"from":{"name":"\ud800"}}]""")]
    [InlineData("""[{"fieldPath":"\ud800"}]""")]
    [InlineData("""[null,{"\ud800":null},null]""")]
    [InlineData("""{"\ud800":null}""")]
    [InlineData("\"\\ud800\"")]
    public void AnyHalfOfASurrogatePair_IsFound(string annotation) => Assert.NotEmpty(Examine(Annotated(annotation)));

    /// <summary>Cuts, repeats and overwrites parts of annotations that have everything the doctor looks at.</summary>
    [Fact]
    public void MangledAnnotations_NeverEndTheExamination()
    {
        string[] parts =
        [
            "\\ud800", "\\udc00", "null", "[", "]", "{", "}", ",", ":", "\"", "\\", "\"paused\":\"true\"", "\"pause\":true",
            "\"from\":{}", "\"from\":null", "\"\\ud800\":null,", "\"name\":\"app\",", "\"fieldPath\":\"x\"", "\u0000", "\uFEFF", "1e999",
            "\"containerNames\":[\"web\"],", "\"imageChangeParams\":{},", "'", Sound,
        ];
        var random = new Random(1507);
        for (var round = 0; round < 4_000; round++)
        {
            var text = new StringBuilder($"[{Sound},{ATrigger(TagAndHalf, more: ",\"paused\":\"false\"")},null]");
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                text.Remove(at, random.Next(Math.Min(8, text.Length - at))).Insert(at, parts[random.Next(parts.Length)]);
            }

            AssertExamined(text.ToString());
        }
    }

    [Fact]
    public void TextWithHalfOfASurrogatePair_IsFound()
    {
        var config = Builders.DeploymentConfigBuilder.ADeploymentConfig().Build();
        var annotated = config with { Metadata = config.Metadata with { Annotations = [new(ObjectFieldTrigger.AnnotationName, "[\"\ud800\"]")] } };

        Assert.Contains(Examine(annotated), finding => finding.Rule == TriggerRules.UnwatchedKind);
    }

    private static void AssertExamined(string annotation)
    {
        var workload = Annotated("[]").WithAnnotation(ObjectFieldTrigger.AnnotationName, annotation);
        var fault = Record.Exception(() => Examine(workload));
        Assert.True(fault is null, $"{annotation}: {fault}");
    }
}
