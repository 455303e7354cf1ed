using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Triggers.WrittenObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>The Deployment that replaces a deployment configuration.</summary>
public class ConvertedDeploymentTests
{
    private const string Config = """
        {"apiVersion":"apps.openshift.io/v1","kind":"DeploymentConfig","metadata":{"name":"web","namespace":"shop","uid":"1","labels":{"app":"web"},
          "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","note":"mine"}},
         "spec":{"replicas":3,"minReadySeconds":5,"revisionHistoryLimit":2,"test":true,"selector":{"name":"web"},
          "strategy":{"type":"Rolling","rollingParams":{"maxSurge":"25%","maxUnavailable":0,"timeoutSeconds":700,"pre":{"failurePolicy":"Abort"}}},
          "triggers":[{"type":"ConfigChange"},{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],
            "from":{"kind":"ImageStream","name":"ruby"}}}],
          "template":{"metadata":{"labels":{"name":"web"}},"spec":{"serviceAccountName":"s","containers":[{"name":"web","ports":[{"containerPort":80}]}]}}},
         "status":{"latestVersion":4}}
        """;

    private const string Expected = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","labels":{"app":"web"},
          "annotations":{"note":"mine","image.openshift.io/triggers":
            "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"ruby:latest\"},\"fieldPath\":\"spec.template.spec.containers[?(@.name==\\\"web\\\")].image\"}]"}},
         "spec":{"replicas":3,"minReadySeconds":5,"revisionHistoryLimit":2,"selector":{"matchLabels":{"name":"web"}},
          "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":0}},"progressDeadlineSeconds":700,
          "template":{"metadata":{"labels":{"name":"web"}},"spec":{"containers":[{"name":"web","ports":[{"containerPort":80}],"image":" "}],"serviceAccountName":"s"}}}}
        """;

    [Fact]
    public void ToDeployment_MakesTheWholeDeployment()
    {
        var conversion = DeploymentConfigTriggers.ToDeployment(ImageStreamJson.Deserialize<DeploymentConfig>(Config));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), JsonNode.Parse(conversion.Deployment.Utf8)), conversion.Deployment.ToString());
        Assert.Equal(
            ["strategy.rollingParams.pre", "test"],
            conversion.Notes.Where(note => note.Kind == TriggerConversionNoteKind.Setting).Select(note => note.Subject));
        Assert.Contains(conversion.Notes, note => note.ToString() == "spec.test: A Deployment has no test.");
        Assert.IsType<WorkloadTriggerResult.Changed>(
            WorkloadTriggers.Evaluate(conversion.Deployment, new StreamTagLookup(Read(Ruby("latest")).Streams)));
    }

    [Theory]
    [InlineData("""{"type":"Recreate"}""", """{"type":"Recreate"}""")]
    [InlineData("""{"type":"Rolling"}""", """{"type":"RollingUpdate","rollingUpdate":{}}""")]
    [InlineData("""{"type":"Custom","customParams":{}}""", """{"type":"RollingUpdate","rollingUpdate":{}}""")]
    public void ToDeployment_ConvertsTheStrategy(string strategy, string expected)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>($$"""{"metadata":{"name":"web"},"spec":{"strategy":{{strategy}} } }""");

        var deployment = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!;

        Assert.Equal(expected, deployment["spec"]!["strategy"]!.ToJsonString());
    }

    [Theory]
    [InlineData("\"strategy\":{\"type\":5}")]
    [InlineData("\"strategy\":\"Recreate\"")]
    [InlineData("\"strategy\":{\"type\":\"\\ud800\",\"\\ud800\":\"\\udc00\",\"rollingParams\":[]}")]
    [InlineData("\"strategy\":{\"rollingParams\":{\"maxSurge\":1}},\"strategy\":{\"type\":\"Rolling\"}")]
    [InlineData("\"strategy\":null,\"selector\":[],\"template\":null")]
    [InlineData("\"strategy\":{},\"template\":{\"a\":1,\"a\":[1.50,null,true],\"\\ud800\":{\"x\":{}},\"spec\":{\"y\":1,\"y\":2}}")]
    public void ToDeployment_ReadsWhateverCanBeDeserialized(string spec)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>($$"""{"metadata":{"name":"web"},"spec":{ {{spec}} } }""");

        var deployment = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!;

        Assert.Equal("RollingUpdate", (string?)deployment["spec"]!["strategy"]!["type"]);
    }

    [Fact]
    public void ToDeployment_MergesAFieldThatIsGivenTwiceAndRepairsTexts()
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>("""
            {"metadata":{"name":"web"},"spec":{"strategy":{"rollingParams":{"maxSurge":1},"rollingParams":{"maxUnavailable":2}},
             "template":{"n":1,"n":1.50,"\ud800":["\udc00"],"spec":{"containers":[]}}}}
            """);

        var spec = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!["spec"]!;

        Assert.Equal("""{"n":1.50,"\uFFFD":["\uFFFD"]}""", WithoutKnownFields(spec["template"]!.AsObject()));
        Assert.Equal("""{"maxSurge":1,"maxUnavailable":2}""", spec["strategy"]!["rollingUpdate"]!.ToJsonString());
    }

    [Fact]
    public void ToDeployment_TooDeep_NamesThePath()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 511)) + string.Concat(Enumerable.Repeat("]", 511));
        var config = ImageStreamJson.Deserialize<DeploymentConfig>(
            $$"""{"spec":{"template":{"x":{{deep}} } } }""", new ImageStreamJsonOptions { MaxDepth = 1000 });

        var error = Assert.Throws<WireFormatException>(() => DeploymentConfigTriggers.ToDeployment(config));

        Assert.Equal(WireFailure.TooDeep, error.Reason);
        Assert.StartsWith("$.spec.template.x", error.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"triggers\":null,", false)]
    [InlineData("\"triggers\":[],", true)]
    [InlineData("\"triggers\":[{\"type\":\"ConfigChange\"}],", false)]
    public void ToDeployment_KnowsTheTriggerThatAServerAdds(string triggers, bool isNoted)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>($$"""{"metadata":{"name":"web"},"spec":{ {{triggers}}"replicas":1} }""");

        Assert.Equal(isNoted, DeploymentConfigTriggers.ToDeployment(config).Notes.Any(note => note.Kind == TriggerConversionNoteKind.NoConfigChange));
    }

    [Theory]
    [InlineData("\"resources\":{\"limits\":{\"cpu\":1}}", "strategy.resources")]
    [InlineData("\"labels\":{\"a\":\"b\"}", "strategy.labels")]
    [InlineData("\"annotations\":{\"a\":\"b\"}", "strategy.annotations")]
    [InlineData("\"activeDeadlineSeconds\":60", "strategy.activeDeadlineSeconds")]
    [InlineData("\"rollingParams\":{\"updatePeriodSeconds\":5}", "strategy.rollingParams.updatePeriodSeconds")]
    [InlineData("\"rollingParams\":{\"intervalSeconds\":5,\"post\":{\"failurePolicy\":\"Ignore\"}}", "strategy.rollingParams.post strategy.rollingParams.intervalSeconds")]
    [InlineData("\"customParams\":{\"image\":\"x\"}", "strategy.customParams")]
    [InlineData("\"resources\":{},\"activeDeadlineSeconds\":21600,\"rollingParams\":{\"updatePeriodSeconds\":1,\"intervalSeconds\":1}", "")]
    public void ToDeployment_NotesEverySettingThatIsLost(string strategy, string expected)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>(
            $$"""{"metadata":{"name":"web"},"spec":{"strategy":{"type":"Rolling",{{strategy}} } } }""");

        var lost = DeploymentConfigTriggers.ToDeployment(config).Notes.Where(note => note.Kind == TriggerConversionNoteKind.Setting);

        Assert.Equal(expected, string.Join(' ', lost.Select(note => note.Subject)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"selector\":{},")]
    [InlineData("\"selector\":null,")]
    public void ToDeployment_WithoutSelector_SelectsThePods(string selector)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>(
            $$"""{"metadata":{"name":"web"},"spec":{ {{selector}}"template":{"metadata":{"labels":{"app":"web"} } } } }""");

        var deployment = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!;

        Assert.Equal("""{"matchLabels":{"app":"web"}}""", deployment["spec"]!["selector"]!.ToJsonString());
    }

    [Fact]
    public void ApplyTo_EditsADeploymentThatExists()
    {
        var conversion = DeploymentConfigTriggers.ToDeployment(ImageStreamJson.Deserialize<DeploymentConfig>(Config));
        var before = Workload.Parse(Annotated("[]", image: "quay.io/a/web:1"));

        var after = conversion.ApplyTo(before);

        Assert.Equal(conversion.Annotation, after.FindAnnotation(ObjectFieldTrigger.AnnotationName));
        Assert.Equal(before.Containers.Select(one => one.Image), after.Containers.Select(one => one.Image));
    }

    private static string WithoutKnownFields(JsonObject template)
    {
        template.Remove("metadata");
        template.Remove("spec");
        return template.ToJsonString();
    }
}
