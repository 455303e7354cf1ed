using System.Text;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

public class WorkloadTests
{
    private const string Web = """
        {
          "apiVersion": "apps/v1",
          "kind": "Deployment",
          "metadata": {
            "namespace": "shop",
            "name": "web",
            "annotations": { "a": "1", "b": "\u00e9 \"x\"" },
            "ownerReferences": [ { "kind": "Shop", "controller": true } ]
          },
          "spec": {
            "paused": true,
            "replicas": 3,
            "template": {
              "metadata": { "annotations": { "t": "2" } },
              "spec": {
                "containers": [ { "name": "web", "image": "ruby" }, { "name": "log" } ],
                "initContainers": [ { "image": "setup:1", "name": "setup" } ]
              }
            }
          }
        }
        """;

    [Fact]
    public void Parse_Deployment_ReadsKindNameAndState()
    {
        var web = Workload.Parse(Web);

        Assert.Equal(("Deployment", "apps/v1", "shop", "web"), (web.Kind, web.ApiVersion, web.Namespace, web.Name));
        Assert.Equal("spec.template.spec", web.PodSpecPath);
        Assert.True(web.HasController);
        Assert.True(web.IsPaused);
    }

    [Fact]
    public void Containers_Deployment_ListsInitContainersFirst()
    {
        var containers = Workload.Parse(Web).Containers;

        Assert.Equal(["setup", "web", "log"], containers.Select(container => container.Name));
        Assert.Equal(["setup:1", "ruby", null], containers.Select(container => container.Image));
        Assert.Equal([true, false, false], containers.Select(container => container.IsInit));
    }

    [Fact]
    public void Containers_Deployment_HaveTheirPaths() => Assert.Equal(
        ["spec.template.spec.initContainers[0]", "spec.template.spec.containers[0]", "spec.template.spec.containers[1]"],
        Workload.Parse(Web).Containers.Select(container => container.Path));

    [Fact]
    public void Annotations_Deployment_AreThoseOfTheObject()
    {
        var web = Workload.Parse(Web);

        Assert.Equal(ValueMap.Create<string>([new("a", "1"), new("b", "é \"x\"")]), web.Annotations);
        Assert.Equal("é \"x\"", web.FindAnnotation("b"));
        Assert.Null(web.FindAnnotation("t"));
    }

    [Fact]
    public void TemplateAnnotations_Deployment_AreThoseOfItsPods()
    {
        var web = Workload.Parse(Web);

        Assert.Equal(ValueMap.Create<string>([new("t", "2")]), web.TemplateAnnotations);
        Assert.Equal("2", web.FindTemplateAnnotation("t"));
        Assert.Null(web.FindTemplateAnnotation("a"));
    }

    [Theory]
    [InlineData("Pod", "spec")]
    [InlineData("PodTemplate", "template.spec")]
    [InlineData("ReplicationController", "spec.template.spec")]
    [InlineData("ReplicaSet", "spec.template.spec")]
    [InlineData("Deployment", "spec.template.spec")]
    [InlineData("DaemonSet", "spec.template.spec")]
    [InlineData("StatefulSet", "spec.template.spec")]
    [InlineData("Job", "spec.template.spec")]
    [InlineData("CronJob", "spec.jobTemplate.spec.template.spec")]
    [InlineData("DeploymentConfig", "spec.template.spec")]
    public void Parse_EachKind_FindsItsPods(string kind, string path)
    {
        var workload = Workload.Parse(WithPods(kind, path, """{"containers":[{"name":"web","image":"ruby"}]}"""));

        Assert.Equal(path, workload.PodSpecPath);
        Assert.Equal("ruby", Assert.Single(workload.Containers).Image);
    }

    [Theory]
    [InlineData("Deployment", "paused", true)]
    [InlineData("DeploymentConfig", "paused", true)]
    [InlineData("CronJob", "suspend", true)]
    [InlineData("Job", "suspend", true)]
    [InlineData("Deployment", "suspend", false)]
    [InlineData("StatefulSet", "paused", false)]
    public void IsHeld_Field_CountsForItsKind(string kind, string field, bool isHeld) =>
        Assert.Equal(isHeld, Workload.Parse($$"""{"kind":"{{kind}}","spec":{"{{field}}":true} }""").IsPaused);

    [Fact]
    public void Parse_KindAtTheEnd_ReadsTheSame() => Assert.Equal(
        "ruby", Workload.Parse("""{"spec":{"containers":[{"image":"ruby"}]},"kind":"Pod"}""").Containers[0].Image);

    [Fact]
    public void Parse_KindAlone_HasNothing()
    {
        var pod = Workload.Parse("""{"kind":"Pod"}""");

        Assert.True(pod.Containers.IsEmpty);
        Assert.True(pod.Annotations.IsEmpty);
        Assert.Equal((null, null, null, false), (pod.ApiVersion, pod.Namespace, pod.Name, pod.HasController));
    }

    [Fact]
    public void Parse_NullFields_AreAsIfAbsent()
    {
        const string Nulls = """
            {"kind":null,"kind":"Deployment","apiVersion":null,"metadata":{"name":null,"annotations":null,"ownerReferences":null},
            "spec":{"paused":null,"template":{"metadata":null,"spec":{"initContainers":null,"containers":[{"name":null,"image":null}]}}}}
            """;
        var workload = Workload.Parse(Nulls);

        Assert.Equal(("", null), (workload.Containers[0].Name, workload.Containers[0].Image));
        Assert.False(workload.IsPaused);
    }

    [Fact]
    public void Parse_RawJsonAndUtf8_AreTheSameObject()
    {
        var raw = Workload.Parse(RawJson.Parse(Web));

        Assert.Equal(Workload.Parse(Web).Containers, raw.Containers);
        Assert.Equal(Workload.Parse(Encoding.UTF8.GetBytes(Web)), Workload.Parse(Web));
        Assert.Equal(raw.ToRawJson(), Workload.Parse(Web).ToRawJson());
    }

    [Fact]
    public void ToJson_AnyObject_IsTheTextAsItWas() => Assert.Equal(Web, Workload.Parse(Web).ToJson());

    [Theory]
    [InlineData("""{"kind":"Deployment","metadata":{"name":"web","namespace":"shop"}}""", "Deployment shop/web")]
    [InlineData("""{"kind":"Pod","metadata":{"name":"web"}}""", "Pod web")]
    public void ToString_AnyObject_IsItsKindAndName(string json, string expected) =>
        Assert.Equal(expected, Workload.Parse(json).ToString());

    /// <summary>A workload of a kind with the given pods.</summary>
    private static string WithPods(string kind, string path, string podSpec)
    {
        var body = path.Split('.').Reverse().Aggregate(podSpec, (inner, field) => $$"""{"{{field}}":{{inner}}}""");
        return $$"""{"kind":"{{kind}}",{{body[1..]}}""";
    }
}
