using System.Text.Json;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class AnnotationDoctorTests
{
    private const string Tag = """{"kind":"ImageStreamTag","name":"app:latest"}""";

    [Fact]
    public void Examine_SoundTrigger_FindsNothing() => AssertSound(ADeployment(Sound));

    [Theory]
    [InlineData("not json", "")]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("""[{"from":{"kind":1}}]""", "[0].from.kind")]
    [InlineData("[null,7]", "[1]")]
    public void Examine_AnnotationIsNotAList_NamesThePath(string annotation, string path)
    {
        var finding = AssertFindsOnly(TriggerRules.UnreadableAnnotation, Annotation + path, Annotated(annotation));

        Assert.Null(finding.Correction);
        Assert.EndsWith("None of the object's triggers fires.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public void Examine_NoTriggers_FindsNothing(string annotation) => AssertSound(Annotated(annotation));

    [Theory]
    [InlineData("\"true\"", "true")]
    [InlineData("\"False\"", "false")]
    public void Examine_PausedIsText_RemovesTheQuotes(string paused, string corrected)
    {
        var broken = ATrigger(Tag, more: $", \"paused\" : {paused}");

        var finding = AssertFinds(TriggerRules.PausedIsText, $"{Annotation}[0].paused", ADeployment(broken));

        Assert.Equal(TriggerSeverity.Error, finding.Severity);
        Assert.Equal($"[{ATrigger(Tag, more: $", \"paused\" : {corrected}")}]", Fixed(finding));
        AssertFindsNo(TriggerRules.PausedIsText, Annotated(Fixed(finding)));
    }

    [Fact]
    public void Examine_PausedIsOtherText_CorrectsNothing()
    {
        var finding = AssertFinds(
            TriggerRules.PausedIsText, $"{Annotation}[0].paused", ADeployment(ATrigger(Tag, more: ",\"paused\":\"yes\"")));

        Assert.Null(finding.Correction);
    }

    [Fact]
    public void Examine_PausedIsText_BlocksTheOtherTriggers()
    {
        var other = ATrigger(Tag, "spec.template.spec.containers[1].image");

        AssertFinds(TriggerRules.BlockedTrigger, $"{Annotation}[1]", ADeployment(ATrigger(Tag, more: ",\"paused\":\"true\""), other));
    }

    [Fact]
    public void Examine_TwoForOneField_KeepsTheFirst()
    {
        var finding = AssertFinds(TriggerRules.DuplicateField, $"{Annotation}[1].fieldPath", ADeployment(Sound, Sound));

        Assert.Equal($"[{Sound}]", Fixed(finding));
        AssertFinds(TriggerRules.BlockedTrigger, $"{Annotation}[0]", ADeployment(Sound, Sound));
    }

    [Fact]
    public void Examine_TwoDifferentOnesForOneField_CorrectsNothing()
    {
        var other = ATrigger("""{"kind":"ImageStreamTag","name":"app:other"}""");

        Assert.Null(AssertFinds(TriggerRules.DuplicateField, $"{Annotation}[1].fieldPath", ADeployment(Sound, other)).Correction);
    }

    [Fact]
    public void Examine_TwoForTwoFields_FindsNothing() =>
        AssertSound(ADeployment(Sound, ATrigger(Tag, "spec.template.spec.containers[1].image")));

    [Theory]
    [InlineData("spec.jobTemplate.spec.template.spec.containers[0].image", "spec.template.spec.containers[0].image")]
    [InlineData("spec.containers[?(@.name=='web')].image", """spec.template.spec.containers[?(@.name==\"web\")].image""")]
    [InlineData("containers[1]", "spec.template.spec.containers[1].image")]
    public void Examine_FieldOutsideThePods_CorrectsToThePathOfTheKind(string field, string corrected) =>
        AssertFixesField(TriggerRules.FieldOutsidePods, field, corrected);

    [Theory]
    [InlineData("spec.foo.containers[0].image")]
    [InlineData("metadata.name")]
    public void Examine_FieldElsewhere_CorrectsNothing(string field) =>
        AssertFixesField(TriggerRules.FieldOutsidePods, field, null);

    [Theory]
    [InlineData("spec.template.spec.containers[0]", "spec.template.spec.containers[0].image")]
    [InlineData("spec.template.spec.containers[0].name", null)]
    [InlineData("spec.template.spec.volumes[0].image", null)]
    public void Examine_FieldOfNoImage_IsFound(string field, string? corrected) =>
        AssertFixesField(TriggerRules.FieldIsNoImage, field, corrected);

    [Theory]
    [InlineData("spec.template.spec.containers[?(@.name=='web')].image", WebField)]
    [InlineData("spec.template.spec.containers[?(@.name=='other')].image", null)]
    public void Examine_SingleQuotes_CorrectsToDoubleQuotes(string field, string? corrected) =>
        AssertFixesField(TriggerRules.SingleQuotes, field, corrected);

    [Theory]
    [InlineData("spec.template.spec.containers[web].image", WebField)]
    [InlineData("spec.template.spec.containers[?(@.name==web)].image", WebField)]
    [InlineData("spec.template.spec.containers[2].image", null)]
    [InlineData("""spec.template.spec.containers[?(@.name==\"other\")].image""", null)]
    public void Examine_NoSuchContainer_IsFound(string field, string? corrected) =>
        AssertFixesField(TriggerRules.NoSuchContainer, field, corrected);

    [Fact]
    public void Examine_FieldThatAnotherTriggerHas_CorrectsNothing()
    {
        var broken = ATrigger(Tag, "spec.template.spec.containers[?(@.name=='web')].image");

        Assert.Null(AssertFinds(TriggerRules.SingleQuotes, $"{Annotation}[0].fieldPath", ADeployment(broken, Sound)).Correction);
    }

    [Fact]
    public void Examine_InvalidField_BlocksTheOtherTriggers()
    {
        var broken = ATrigger(Tag, "spec.template.spec.containers[7].image");

        AssertFinds(TriggerRules.BlockedTrigger, $"{Annotation}[0]", ADeployment(Sound, broken));
    }

    [Fact]
    public void Examine_InvalidFieldOfATagWithoutImage_BlocksNothing()
    {
        var broken = ATrigger("""{"kind":"ImageStreamTag","name":"app:none"}""", "spec.template.spec.containers[7].image");

        AssertFindsNo(TriggerRules.BlockedTrigger, ADeployment(Sound, broken));
    }

    [Theory]
    [InlineData("""{"kind":"ImageStream","name":"app:latest"}""", Tag)]
    [InlineData("""{"kind":"imagestreamtag","name":"app:latest"}""", Tag)]
    [InlineData("""{"name":"app:latest"}""", Tag)]
    [InlineData("""{"kind":null,"name":"app:latest"}""", Tag)]
    [InlineData("""{"kind":"DockerImage","name":"quay.io/app/web:latest"}""", null)]
    [InlineData("""{"kind":"ImageStreamImage","name":"app@sha256:1"}""", null)]
    public void Examine_WrongKind_CorrectsTheKindOfATag(string from, string? corrected) =>
        AssertFixesFrom(TriggerRules.WrongKind, ".from.kind", from, corrected);

    [Fact]
    public void Examine_ApiVersion_EmptiesIt() => AssertFixesFrom(
        TriggerRules.ApiVersionGiven,
        ".from.apiVersion",
        """{"kind":"ImageStreamTag","apiVersion":"image.openshift.io/v1","name":"app:latest"}""",
        """{"kind":"ImageStreamTag","apiVersion":"","name":"app:latest"}""");

    [Theory]
    [InlineData("""{"kind":"ImageStreamTag","name":"app"}""", Tag)]
    [InlineData("""{"kind":"ImageStreamTag","name":"other"}""", null)]
    [InlineData("""{"kind":"ImageStreamTag"}""", null)]
    public void Examine_NoTagNamed_CorrectsToTheOnlyTag(string from, string? corrected) =>
        AssertFixesFrom(TriggerRules.NoTagNamed, ".from.name", from, corrected);

    [Theory]
    [InlineData(",\"pause\":\"true\"")]
    [InlineData(",\"pause\":true")]
    public void Examine_AnnotationWithPause_IsFound(string pause) => AssertFindsOnly(
        TriggerRules.MisspelledPause, $"{Annotation}[0].pause", ADeployment(ATrigger(Tag, more: pause)));

    [Theory]
    [InlineData(",\"pause\":\"false\"")]
    [InlineData(",\"other\":true")]
    public void Examine_AnnotationWithoutPause_FindsNothing(string pause) => AssertSound(ADeployment(ATrigger(Tag, more: pause)));

    [Fact]
    public void Examine_ManyErrors_HaveOneCorrectionThatFixesAll()
    {
        var broken = ADeployment(
            ATrigger("""{"name":"app:latest"}""", "containers[web]", ",\"paused\":\"false\""),
            ATrigger("""{"kind":"ImageStreamTag","name":"app"}""", "spec.template.spec.containers[log].image"));

        var findings = Examine(broken).Where(finding => finding.Rule != TriggerRules.BlockedTrigger).ToList();

        Assert.Equal(5, findings.Count);
        Assert.Single(findings.Select(finding => finding.Correction).Distinct());
        AssertSound(Annotated(Fixed(findings[0])));
    }

    [Fact]
    public void Examine_NamesInOtherCase_AreFixedToo()
    {
        var broken = $$"""[{"FROM":{"Kind":"imagestreamtag","name":"app:latest"},"fieldpath":"{{WebField}}","PAUSED":"false"}]""";

        AssertSound(Annotated(Fixed(Examine(Annotated(broken))[0])));
    }

    [Fact]
    public void Examine_FieldGivenTwice_CorrectsNothing()
    {
        var from = """{"kind":"ImageStream","kind":"ImageStream","name":"app:latest"}""";

        Assert.Null(AssertFinds(TriggerRules.WrongKind, $"{Annotation}[0].from.kind", ADeployment(ATrigger(from))).Correction);
    }

    private static void AssertFixesField(TriggerRule rule, string field, string? corrected)
    {
        var finding = AssertFindsOnly(rule, $"{Annotation}[0].fieldPath", ADeployment(ATrigger(Tag, field)));

        Assert.Equal(corrected is null ? null : $"[{ATrigger(Tag, corrected)}]", finding.Correction is null ? null : Fixed(finding));
    }

    private static void AssertFixesFrom(TriggerRule rule, string field, string from, string? corrected)
    {
        var finding = AssertFindsOnly(rule, $"{Annotation}[0]{field}", ADeployment(ATrigger(from)));

        Assert.Equal(corrected is null, finding.Correction is null);
        if (finding.Correction is not null)
        {
            Assert.True(JsonElement.DeepEquals(
                JsonElement.Parse($"[{ATrigger(corrected!)}]"), JsonElement.Parse(Fixed(finding))));
            AssertSound(Annotated(Fixed(finding)));
        }
    }

    private static string Fixed(TriggerFinding finding)
    {
        Assert.Equal(Annotation, finding.Correction!.Path);
        return finding.Correction.Value.ToJsonElement().GetString()!;
    }
}
