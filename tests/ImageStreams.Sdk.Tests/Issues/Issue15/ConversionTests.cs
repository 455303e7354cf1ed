using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Issues.FieldObjects;

namespace ImageStreams.Tests.Issues;

/// <summary>The Deployment that replaces a deployment configuration.</summary>
public class ConversionTests
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
    public void W13_ToDeployment_MakesTheWholeDeployment()
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
    public void W13_ToDeployment_ConvertsTheStrategy(string strategy, string expected)
    {
        var config = ImageStreamJson.Deserialize<DeploymentConfig>($$"""{"metadata":{"name":"web"},"spec":{"strategy":{{strategy}} } }""");

        var deployment = JsonNode.Parse(DeploymentConfigTriggers.ToDeployment(config).Deployment.Utf8)!;

        Assert.Equal(expected, deployment["spec"]!["strategy"]!.ToJsonString());
    }

    [Fact]
    public void W13_ApplyTo_EditsADeploymentThatExists()
    {
        var conversion = DeploymentConfigTriggers.ToDeployment(ImageStreamJson.Deserialize<DeploymentConfig>(Config));
        var before = Workload.Parse(Annotated("[]", image: "quay.io/a/web:1"));

        var after = conversion.ApplyTo(before);

        Assert.Equal(conversion.Annotation, after.FindAnnotation(ObjectFieldTrigger.AnnotationName));
        Assert.Equal(before.Containers.Select(one => one.Image), after.Containers.Select(one => one.Image));
    }
}
