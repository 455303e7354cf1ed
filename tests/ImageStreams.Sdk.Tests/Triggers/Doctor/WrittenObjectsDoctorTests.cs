using ImageStreams.Collections;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Triggers.WrittenObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>What the doctor says of objects as people write them.</summary>
public class WrittenObjectsDoctorTests
{
    private const string ImageChange = """{"type":"ImageChange","imageChange":{}}""";
    private const string DockerBase = """{"kind":"DockerImage","name":"company/builder:latest"}""";
    private const string Annotation = "metadata.annotations['image.openshift.io/triggers']";
    private const string Field = """spec.template.spec.containers[?(@.name==\"web\")].image""";

    [Theory]
    [InlineData("""{"to":{"kind":"ImageStreamTag","name":"app:latest"}}""")]
    [InlineData("""{"to":{"kind":"ImageStreamTag","name":"app:latest","namespace":"shop"}}""")]
    [InlineData("""{"to":{"kind":"ImageStream","name":"app"}}""")]
    [InlineData("""{"to":{"name":"app"}}""")]
    public void TagThatABuildPushes_IsNotMissing(string output)
    {
        const string App = """{"kind":"ImageStream","metadata":{"name":"app","namespace":"shop"},"spec":{}}""";
        var deployment = Annotated($$"""[{"from":{"kind":"ImageStreamTag","name":"app:latest"},"fieldPath":"{{Field}}"}]""");

        AssertSilent(Examine(App, Ruby(), Build(ImageChange, output: output), deployment));
    }

    [Fact]
    public void OtherTagThanTheBuildPushes_IsMissing()
    {
        const string App = """{"kind":"ImageStream","metadata":{"name":"app","namespace":"shop"},"spec":{}}""";
        var deployment = Annotated($$"""[{"from":{"kind":"ImageStreamTag","name":"app:1"},"fieldPath":"{{Field}}"}]""");
        var findings = Examine(App, Ruby(), Build(ImageChange, output: """{"to":{"name":"app"}}"""), deployment);

        Assert.Equal(
            [TriggerRules.NoSuchTag, TriggerRules.BlankImage],
            findings.Where(finding => finding.Severity == TriggerSeverity.Warning).Select(finding => finding.Rule));
    }

    [Fact]
    public void ClusterBeforeTheFirstBuild_IsANote()
    {
        const string App = """{"kind":"ImageStream","metadata":{"name":"app","namespace":"shop","resourceVersion":"1"},"spec":{}}""";
        var deployment = Annotated($$"""[{"from":{"kind":"ImageStreamTag","name":"app:latest"},"fieldPath":"{{Field}}"}]""");
        var objects = Read(App, Ruby(), Build(ImageChange, output: """{"to":{"name":"app"}}"""), deployment);

        var findings = TriggerDoctor.Examine(objects);

        AssertSilent(findings);
        Assert.Contains(findings, finding => finding.Rule == TriggerRules.PendingBuild
            && finding.Message == "shop/app:latest has no image until a build of shop/app pushes it.");
    }

    [Theory]
    [InlineData("""{"type":"ImageChange"}""")]
    [InlineData("""{"type":"ImageChange","imageChange":null}""")]
    [InlineData("""{"type":"imageChange","imageChange":{}}""")]
    public void TriggerWithoutParameters_IsSound(string trigger) => Assert.Empty(Examine(Ruby(), Build(trigger)));

    [Fact]
    public void OldSpellingWithoutParameters_IsAnError()
    {
        var findings = Examine(Ruby(), Build("""{"type":"imageChange"}"""));

        AssertFinds(findings, (TriggerRules.NoParameters, "spec.triggers[0].imageChange"));
        Assert.Equal("spec.triggers[0].imageChange = {}", findings[0].Correction!.ToString());
    }

    [Theory]
    [InlineData("source")]
    [InlineData("docker")]
    [InlineData("custom")]
    public void BaseWithoutKind_IsSound(string strategy) =>
        Assert.Empty(Examine(Ruby(), Build(ImageChange, """{"name":"ruby:2.7"}""", strategy)));

    [Fact]
    public void BaseOfTheKindOfAStream_IsNoted() => AssertFinds(
        Examine(Ruby("latest"), Build(ImageChange, """{"kind":"ImageStream","name":"ruby"}""")),
        (TriggerRules.StoredOtherwise, "spec.strategy.sourceStrategy.from"));

    [Fact]
    public void StreamWithATagInItsName_IsAnError()
    {
        var findings = Examine(
            Ruby(), Build(ImageChange, """{"kind":"ImageStream","name":"ruby:2.7"}""", output: """{"to":{"name":"ruby:3"}}"""));

        AssertFinds(
            findings,
            (TriggerRules.InvalidName, "spec.strategy.sourceStrategy.from.name"),
            (TriggerRules.InvalidName, "spec.output.to.name"));
        Assert.Equal("spec.output.to.kind = \"ImageStreamTag\"", findings[1].Correction!.ToString());
    }

    [Theory]
    [InlineData("ImageStream", "ruby", "ruby:latest")]
    [InlineData("ImageRepository", "ruby", "ruby:latest")]
    [InlineData("ImageStream", "ruby:latest", "ruby:latest")]
    public void DeploymentTriggerOnAStream_IsNoted(string kind, string name, string stored)
    {
        var findings = Examine(Ruby("latest"), Deployment(ATrigger($$"""{"kind":"{{kind}}","name":"{{name}}"}""")));

        AssertFinds(findings, (TriggerRules.StoredOtherwise, "spec.triggers[0].imageChangeParams.from"));
        Assert.Equal($"The {kind} {name} is stored as the ImageStreamTag {stored}.", findings[0].Message);
    }

    [Fact]
    public void DeploymentTriggerWithoutKind_IsSound() =>
        Assert.Empty(Examine(Ruby(), Deployment(ATrigger("""{"name":"ruby:2.7"}"""))));

    [Fact]
    public void ParametersOfADeployment_AreNamedAndMoved()
    {
        var findings = Examine(Ruby(), Build(
            """{"type":"ImageChange","imageChangeParams":{"automatic":true,"from":{"kind":"ImageStreamTag","name":"other:1"}}}"""));

        AssertFinds(findings, (TriggerRules.MisplacedField, "spec.triggers[0].imageChangeParams"));
        Assert.Equal(
            "The field imageChangeParams is dropped: it belongs into imageChange. "
            + "The trigger listens to the base image ruby:2.7 instead.",
            findings[0].Message);
        Assert.Equal(
            """spec.triggers[0] = {"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"other:1"}}}""",
            findings[0].Correction!.ToString());
    }

    [Fact]
    public void FromBesideImageChange_IsOneFindingThatNamesIt()
    {
        var findings = Examine(Ruby(), Build(
            """{"type":"ImageChange","from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}""", DockerBase, "custom"));

        AssertFinds(findings, (TriggerRules.DroppedTrigger, "spec.triggers[0].from"));
        Assert.Contains("dropped", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("imageChange", findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(
            """spec.triggers[0] = {"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}""",
            findings[0].Correction!.ToString());
    }

    public static TheoryData<string, string, bool, string?> MisplacedInBuilds => new()
    {
        { """{"type":"ImageChange","imageChange":{},"paused":true}""", ".paused", false, """{"type":"ImageChange","imageChange":{"paused":true}}""" },
        { """{"type":"ImageChange","imageChange":{"paussed":true}}""", ".imageChange.paussed", false, """{"type":"ImageChange","imageChange":{"paused":true}}""" },
        { """{"type":"ImageChange","imagechange":{"from":{}}}""", ".imagechange", false, null },
        {
            """{"type":"ImageChange","imageChange":{"kind":"ImageStreamTag","from":{"name":"ruby:2.7"}}}""", ".imageChange.kind", false,
            """{"type":"ImageChange","imageChange":{"from":{"name":"ruby:2.7","kind":"ImageStreamTag"}}}"""
        },
        { """{"type":"ImageChange","imageChange":{"automatic":false}}""", ".imageChange.automatic", false, null },
        { """{"type":"ImageChange","imageChange":{"automatic":true}}""", ".imageChange.automatic", true, null },
        { """{"type":"ImageChange","imageChange":{},"lastTriggeredImage":"x"}""", ".lastTriggeredImage", true, null },
        { """{"type":"ImageChange","imageChange":{"containerNames":["web"]}}""", ".imageChange.containerNames", true, null },
    };

    [Theory]
    [MemberData(nameof(MisplacedInBuilds))]
    public void FieldOfABuildTriggerInTheWrongPlace_IsNamed(string trigger, string path, bool isHarmless, string? corrected)
    {
        var finding = Assert.Single(Examine(Ruby(), Build(trigger)), finding => finding.Location.Path == $"spec.triggers[0]{path}");

        Assert.Equal(isHarmless ? TriggerRules.IgnoredField : TriggerRules.MisplacedField, finding.Rule);
        if (corrected is not null)
        {
            Assert.Equal(corrected, finding.Correction!.Value.ToString());
        }
    }

    [Theory]
    [InlineData("""{"type":"ImageChange","imageChange":{"from":{"name":"ruby:2.7"}}}""", ".imageChange")]
    [InlineData("""{"type":"ImageChange","imageChangeParams":{"containerNames":["web"],"paused":true,"from":{"name":"ruby:2.7"}}}""", ".imageChangeParams.paused")]
    [InlineData("""{"type":"ImageChange","automatic":true,"imageChangeParams":{"containerNames":["web"],"from":{"name":"ruby:2.7"}}}""", ".automatic")]
    [InlineData("""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerName":["web"],"from":{"name":"ruby:2.7"}}}""", ".imageChangeParams.containerName")]
    public void FieldOfADeploymentTriggerInTheWrongPlace_IsNamed(string trigger, string path) => Assert.Contains(
        Examine(Ruby(), Deployment(trigger)),
        finding => finding.Rule == TriggerRules.MisplacedField && finding.Location.Path == $"spec.triggers[0]{path}");

    [Theory]
    [InlineData("""{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"},"feildPath":"FIELD"}""", ".feildPath")]
    [InlineData("""{"form":{"kind":"ImageStreamTag","name":"ruby:2.7"},"fieldPath":"FIELD"}""", ".form")]
    [InlineData("""{"from":{"kind":"ImageStreamTag"},"name":"ruby:2.7","fieldPath":"FIELD"}""", ".name")]
    [InlineData("""{"from":{"kind":"ImageStreamTag","nmae":"ruby:2.7"},"fieldPath":"FIELD"}""", ".from.nmae")]
    public void FieldOfAnAnnotationInTheWrongPlace_IsNamedAndCorrected(string trigger, string path)
    {
        var annotation = $"[{trigger.Replace("FIELD", Field, StringComparison.Ordinal)}]";
        var finding = Assert.Single(
            Examine(Ruby(), Annotated(annotation, image: "x")), finding => finding.Rule == TriggerRules.MisplacedField);

        Assert.Equal($"{Annotation}[0]{path}", finding.Location.Path);
        var corrected = System.Text.Json.Nodes.JsonNode.Parse(finding.Correction!.Value.ToString())!.GetValue<string>();
        Assert.Empty(Examine(Ruby(), Annotated(corrected, image: "x")));
    }

    [Theory]
    [InlineData("image.openshift.io/trigger")]
    [InlineData("image.openshift.io/Triggers")]
    [InlineData("images.openshift.io/triggers")]
    public void AnnotationOfAnotherName_IsNamed(string name)
    {
        var workload = Annotated("[]", image: "x").Replace("image.openshift.io/triggers", name, StringComparison.Ordinal);

        AssertFinds(Examine(workload), (TriggerRules.MisplacedField, $"metadata.annotations['{name}']"));
    }

    [Fact]
    public void AnnotationOfThePods_IsNamed()
    {
        const string Workload = """
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"web"},"spec":{"template":{
              "metadata":{"annotations":{"image.openshift.io/triggers":"[]"}},"spec":{"containers":[{"name":"web","image":"x"}]}}}}
            """;

        AssertFinds(
            Examine(Workload),
            (TriggerRules.MisplacedField, "spec.template.metadata.annotations['image.openshift.io/triggers']"));
    }

    [Theory]
    [InlineData("imagechange")]
    [InlineData("Imagechange")]
    [InlineData("ImageChnage")]
    public void TypeThatDoesNotExist_IsDropped(string type)
    {
        var finding = Assert.Single(Examine(Ruby(), Build($$"""{"type":"{{type}}","imageChange":{} }""")));

        Assert.Equal((TriggerRules.DroppedTrigger, "spec.triggers[0].type"), (finding.Rule, finding.Location.Path));
        Assert.Equal("spec.triggers[0].type = \"ImageChange\"", finding.Correction!.ToString());
    }

    [Theory]
    [InlineData(""" "name":"ruby:2.7","namespace":" shop" """, "namespace", "The namespace ' shop' cannot exist: it begins with a blank.", "shop")]
    [InlineData(""" "name":"ruby:2.7","namespace":"shop\n" """, "namespace", "The namespace 'shop\\u000A' cannot exist: it ends with a blank.", "shop")]
    [InlineData(""" "name":"ruby:2.7","namespace":"Shop" """, "namespace", "The namespace 'Shop' cannot exist: it may have lower-case letters, digits and hyphens only.", null)]
    [InlineData(""" "name":" ruby:2.7" """, "name", "The tag ' ruby:2.7' cannot exist: it begins with a blank.", "ruby:2.7")]
    [InlineData(""" "name":"ruby: 2.7" """, "name", "The tag 'ruby: 2.7' cannot exist: it has a blank in it.", "ruby:2.7")]
    [InlineData(""" "name":":2.7" """, "name", "The tag ':2.7' cannot exist: it begins with a colon, and names no stream.", null)]
    [InlineData(""" "name":"ruby:2.7:latest" """, "name", "The tag 'ruby:2.7:latest' cannot exist: it has two colons.", null)]
    public void NameThatCannotExist_IsAnError(string reference, string field, string message, string? corrected)
    {
        var from = $$"""{"kind":"ImageStreamTag",{{reference}} }""";
        var inBuild = Examine(Ruby(), Build($$"""{"type":"ImageChange","imageChange":{"from":{{from}} } }"""));
        var inDeployment = Examine(Ruby(), Deployment(ATrigger(from), "x"));
        var inAnnotation = Examine(Ruby(), Annotated($$"""[{"from":{{from}},"fieldPath":"{{Field}}"}]""", image: "x"));

        AssertFinds(inBuild, (TriggerRules.InvalidName, $"spec.triggers[0].imageChange.from.{field}"));
        AssertFinds(inDeployment, (TriggerRules.InvalidName, $"spec.triggers[0].imageChangeParams.from.{field}"));
        AssertFinds(inAnnotation, (TriggerRules.InvalidName, $"{Annotation}[0].from.{field}"));
        Assert.Equal(message, inBuild[0].Message);
        Assert.Equal(corrected, inBuild[0].Correction?.Value.ToString().Trim('"'));
        Assert.Equal(corrected is null, inAnnotation[0].Correction is null);
    }

    [Theory]
    [InlineData("""{"kind":"ImageStreamTag","namespace":" shop","name":"ruby:2.7"}""", "namespace", "shop")]
    [InlineData("""{"kind":"ImageStreamTag","name":"ruby :2.7"}""", "name", "ruby:2.7")]
    [InlineData("""{"kind":"ImageStreamTag","name":":2.7"}""", "name", null)]
    [InlineData("""{"kind":"ImageStream","name":" ruby"}""", "name", "ruby")]
    [InlineData("""{"kind":"DockerImage","name":"quay.io/a/ruby:2.7\t"}""", "name", "quay.io/a/ruby:2.7")]
    [InlineData("""{"kind":"DockerImage","name":"quay.io/a ruby:2.7"}""", "name", null)]
    public void NameOfABuildThatCannotExist_IsAnError(string from, string field, string? corrected)
    {
        const string GitHub = """{"type":"GitHub","github":{"secret":"x"}}""";
        var inOutput = Examine(Ruby(), Build(GitHub, output: $$"""{"to":{{from}} }"""));
        var inSource = Examine(Ruby(), Build(GitHub).Replace(
            "\"output\"", $$"""{"images":[{"from":{{RubyTag}} },{"from":{{from}} }]}""".Insert(0, "\"source\":") + ",\"output\"", StringComparison.Ordinal));

        AssertInvalid(inOutput, $"spec.output.to.{field}");
        AssertInvalid(inSource, $"spec.source.images[1].from.{field}");
        foreach (var strategy in (string[])["source", "docker", "custom"])
        {
            AssertInvalid(Examine(Ruby(), Build(GitHub, from, strategy)), $"spec.strategy.{strategy}Strategy.from.{field}");
        }

        void AssertInvalid(ValueList<TriggerFinding> findings, string path)
        {
            var finding = Assert.Single(findings, finding => finding.Rule != TriggerRules.StoredOtherwise);
            Assert.Equal((TriggerRules.InvalidName, path), (finding.Rule, finding.Location.Path));
            Assert.Equal(corrected, finding.Correction?.Value.ToString().Trim('"'));
        }
    }

    [Theory]
    [InlineData(""" "kind":"DockerImage","name":" quay.io/a/ruby:1" """, "name", "quay.io/a/ruby:1")]
    [InlineData(""" "kind":"ImageStreamTag","name":"2.7 " """, "name", "2.7")]
    [InlineData(""" "kind":"ImageStreamTag","namespace":"base ","name":"ruby:1" """, "namespace", "base")]
    public void NameThatATagFollows_IsAnError(string from, string field, string corrected)
    {
        var stream = $$"""
            {"kind":"ImageStream","metadata":{"name":"ruby","namespace":"shop"},"spec":{"tags":[{"name":"a"},{"name":"b","from":{{{from}} } }]} }
            """;

        var finding = Assert.Single(Examine(stream));

        Assert.Equal((TriggerRules.InvalidName, $"spec.tags[1].from.{field}"), (finding.Rule, finding.Location.Path));
        Assert.Equal($"\"{corrected}\"", finding.Correction!.Value.ToString());
    }

    [Fact]
    public void BaseThatATriggerListensTo_IsNamedOnce() => AssertFinds(
        Examine(Ruby(), Build(ImageChange, """{"kind":"ImageStreamTag","name":" ruby:2.7"}""")),
        (TriggerRules.InvalidName, "spec.strategy.sourceStrategy.from.name"));

    [Theory]
    [InlineData("""{"kind":"ImageStreamTag","name":"app"}""", 0)]
    [InlineData("""{"name":"app:latest"}""", 1)]
    [InlineData("""{"kind":"ImageStream","name":"app:latest"}""", 1)]
    [InlineData("""{"kind":"ImageStreamTag","name":" app :latest"}""", 1)]
    [InlineData("""{"kind":"ImageStreamTag","namespace":"shop ","name":"app:latest"}""", 1)]
    public void OutputWithAMistake_StillPushesTheTag(string output, int mistakes)
    {
        const string App = """{"kind":"ImageStream","metadata":{"name":"app","namespace":"shop"},"spec":{}}""";
        var deployment = Annotated($$"""[{"from":{"kind":"ImageStreamTag","name":"app:latest"},"fieldPath":"{{Field}}"}]""");

        var findings = Examine(App, Ruby(), Build(ImageChange, output: $$"""{"to":{{output}} }"""), deployment);

        Assert.Equal(Enumerable.Repeat(TriggerRules.InvalidName, mistakes), findings.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("imageChange", "the trigger sets the image, but starts no rollout.")]
    [InlineData("Imagechange", "the trigger sets the image, but starts no rollout.")]
    [InlineData("", "an API server rejects the object.")]
    [InlineData(null, "an API server rejects the object.")]
    public void TypeOfADeploymentTrigger_IsComparedExactly(string? type, string effect)
    {
        var trigger = ATrigger(RubyTag).Replace(
            "\"type\":\"ImageChange\",", type is null ? "" : $"\"type\":\"{type}\",", StringComparison.Ordinal);

        var finding = Assert.Single(Examine(Ruby(), Deployment(trigger)));

        Assert.Equal((TriggerRules.UnknownType, "spec.triggers[0].type"), (finding.Rule, finding.Location.Path));
        Assert.EndsWith($"does not exist: {effect}", finding.Message, StringComparison.Ordinal);
        Assert.Equal("spec.triggers[0].type = \"ImageChange\"", finding.Correction!.ToString());
    }

    [Theory]
    [InlineData("""{"type":"imageChange"}""", null)]
    [InlineData("""{"type":"configChange"}""", "ConfigChange")]
    [InlineData("{}", null)]
    public void TypeOfADeploymentTriggerWithoutParameters_IsNamed(string trigger, string? corrected)
    {
        var finding = Assert.Single(Examine(Deployment(trigger, "x")));

        Assert.Equal((TriggerRules.UnknownType, "spec.triggers[0].type"), (finding.Rule, finding.Location.Path));
        Assert.Equal(corrected, finding.Correction?.Value.ToString().Trim('"'));
    }

    [Theory]
    [InlineData("ConfigChange")]
    [InlineData("Manual")]
    public void TypeOfADeploymentTriggerThatExists_IsSound(string type) =>
        Assert.Empty(Examine(Deployment($$"""{"type":"{{type}}"}""", "x")));

    [Fact]
    public void TrailingComma_IsFoundWithItsPlace()
    {
        var findings = Examine(Annotated("[\n {\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"api:dev\"}},\n]", image: "x"));

        Assert.Equal(TriggerRules.UnreadableAnnotation, Assert.Single(findings).Rule);
        Assert.Contains("line 3", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"f:spec\":{\"f:template\":{\"f:spec\":{\"f:containers\":{\"k:\\ud800\":{\"f:image\":{}}}}}}}")]
    [InlineData("{\"\\ud800\":1,\"f:spec\":{\"f:template\":{}}}")]
    public void ManagedFieldsWithAKeyThatIsNoText_EndNothing(string fields)
    {
        var deployment = Deployment(ATrigger(RubyTag), "x").Replace(
            "\"namespace\":\"shop\"}", $"\"namespace\":\"shop\",\"managedFields\":[{{\"manager\":\"m\",\"fieldsV1\":{fields}}}]}}", StringComparison.Ordinal);
        var workload = Annotated($$"""[{"from":{{RubyTag}},"fieldPath":"{{Field}}"}]""", image: "x").Replace(
            "\"namespace\":\"shop\"", $"\"namespace\":\"shop\",\"managedFields\":[{{\"manager\":\"m\",\"fieldsV1\":{fields}}}]", StringComparison.Ordinal);

        Assert.Empty(Examine(Ruby(), deployment, workload));
    }

    [Fact]
    public void Rules_MessageWithAnotherNumberOfArguments_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => TriggerRules.NoSuchTag.FormatMessage("one"));
        Assert.Throws<ArgumentException>(() => TriggerRules.PausedTrigger.FormatMessage("one"));
    }

    private static string ATrigger(string from) =>
        $$"""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{{from}} } }""";
}
