using System.Text.Json;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class WorkloadTriggersTests
{
    private const string PodSpec = """
        {"initContainers":[{"name":"setup","image":"old"}],"containers":[{"name":"web","image":"old"},{"name":"log","image":"x"}]}
        """;

    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    [Theory]
    [InlineData("Deployment", "spec.template.spec")]
    [InlineData("DaemonSet", "spec.template.spec")]
    [InlineData("StatefulSet", "spec.template.spec")]
    [InlineData("ReplicaSet", "spec.template.spec")]
    [InlineData("ReplicationController", "spec.template.spec")]
    [InlineData("Job", "spec.template.spec")]
    [InlineData("DeploymentConfig", "spec.template.spec")]
    [InlineData("CronJob", "spec.jobTemplate.spec.template.spec")]
    [InlineData("PodTemplate", "template.spec")]
    [InlineData("Pod", "spec")]
    public void Evaluate_EachKind_FindsItsPods(string kind, string path)
    {
        var outcome = Evaluate(kind, path, $"{path}.containers[0].image");

        Assert.Equal((TriggerStatus.Fires, "web", "old"), (outcome.Status, outcome.Container, outcome.Image));
        Assert.Equal(PullSpec('1'), outcome.PullSpec);
    }

    /// <summary>The field after the path of the pods, and the container that it leads to.</summary>
    public static TheoryData<string, string> Fields => new()
    {
        { "containers[0].image", "web" },
        { "containers[1].image", "log" },
        { "containers[+1].image", "log" },
        { "containers[00].image", "web" },
        { "containers[0]image", "web" },
        { "initContainers[0].image", "setup" },
        { """containers[?(@.name=="log")].image""", "log" },
        { """containers[?(@.name=="setup")].image""", "setup" },
        { """initContainers[?(@.name=="web")].image""", "web" },
        { """containers[?(@.name=="log].image""", "log" },
        { """containers[log")].image""", "log" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Evaluate_Field_MeansAContainer(string field, string container)
    {
        var outcome = Evaluate("Pod", "spec", $"spec.{field}");

        Assert.Equal((TriggerStatus.Fires, container), (outcome.Status, outcome.Container));
    }

    [Theory]
    [InlineData("""containers[?(@.name=="0")].image""")]
    [InlineData("containers[log].image")]
    [InlineData("containers[2].image")]
    [InlineData("containers[-1].image")]
    [InlineData("containers[0\0].image")]
    [InlineData("containers[99999999999].image")]
    [InlineData("containers[].image")]
    public void Evaluate_FieldOfNoContainer_IsInvalid(string field)
    {
        var outcome = Evaluate("Pod", "spec", $"spec.{field}");

        Assert.Equal((TriggerStatus.NoSuchContainer, true), (outcome.Status, outcome.IsInvalid));
        Assert.Equal($"The object has no container spec.{field}.", outcome.Explanation);
    }

    [Theory]
    [InlineData("containers[0].name")]
    [InlineData("containers[0")]
    [InlineData("containers[0]].image")]
    [InlineData("containers[0]..image")]
    [InlineData("template.spec.containers[0].image")]
    [InlineData("volumes[0].image")]
    [InlineData("")]
    public void Evaluate_FieldThatIsNoImage_IsInvalid(string field)
    {
        var outcome = Evaluate("Pod", "spec", $"spec.{field}");

        Assert.Equal((TriggerStatus.InvalidFieldPath, true), (outcome.Status, outcome.IsInvalid));
        Assert.Equal($"The field spec.{field} is no container's image.", outcome.Explanation);
    }

    [Theory]
    [InlineData("containers[0].image")]
    [InlineData("template.spec.containers[0].image")]
    [InlineData("SPEC.containers[0].image")]
    public void Evaluate_PathOfAnotherKind_IsIgnored(string fieldPath)
    {
        var outcome = Evaluate("Pod", "spec", fieldPath);

        Assert.Equal((TriggerStatus.OutsidePods, false), (outcome.Status, outcome.IsInvalid));
        Assert.Equal($"The field {fieldPath} is not one of the object's pods.", outcome.Explanation);
    }

    [Fact]
    public void Evaluate_OtherImage_Fires() => Assert.Equal(
        $"ruby:a points to {PullSpec('1')}; the container web has old.",
        Evaluate("Pod", "spec", "spec.containers[0].image").Explanation);

    [Fact]
    public void Evaluate_ContainerWithoutImage_Fires() => Assert.Equal(
        $"ruby:a points to {PullSpec('1')}; the container web has no image.",
        Evaluate("Pod", "spec", "spec.containers[0].image", podSpec: """{"containers":[{"name":"web"}]}""").Explanation);

    [Fact]
    public void Evaluate_PodWithoutContainers_HasNoSuchContainer()
    {
        var outcome = Evaluate("Pod", "spec", """spec.containers[?(@.name=="")].image""", podSpec: "{}");
        Assert.Equal(TriggerStatus.NoSuchContainer, outcome.Status);
    }

    [Fact]
    public void Evaluate_TwoContainersOfOneName_FirstCounts()
    {
        const string Twins = """{"containers":[{"name":"web","image":"1"},{"name":"web","image":"2"},{}]}""";
        Assert.Equal("1", Evaluate("Pod", "spec", """spec.containers[?(@.name=="web")].image""", podSpec: Twins).Image);
    }

    [Fact]
    public void Evaluate_ManyContainers_AreFoundByName()
    {
        var containers = Enumerable.Range(0, 20).Select(i => $$"""{"name":"c{{i % 15}}","image":"{{i}}"}""");
        var podSpec = $$"""{"containers":[{{string.Join(',', containers)}}]}""";

        Assert.Equal("3", Evaluate("Pod", "spec", """spec.containers[?(@.name=="c3")].image""", podSpec: podSpec).Image);
        Assert.Null(Evaluate("Pod", "spec", """spec.containers[?(@.name=="c15")].image""", podSpec: podSpec).Image);
    }

    [Fact]
    public void Evaluate_SameImage_IsUnchanged()
    {
        var podSpec = PodSpec.Replace("old", PullSpec('1'), StringComparison.Ordinal);

        var outcome = Evaluate("Pod", "spec", "spec.containers[0].image", podSpec: podSpec);

        Assert.Equal(TriggerStatus.Unchanged, outcome.Status);
        Assert.Equal($"The container web has {PullSpec('1')}, to which ruby:a points.", outcome.Explanation);
    }

    [Theory]
    [InlineData("ruby:gone", "shop")]
    [InlineData("ruby:a", "elsewhere")]
    public void Evaluate_TagThatDoesNotResolve_IsUnresolved(string name, string ns)
    {
        var outcome = Evaluate("Pod", "spec", "spec.containers[0].image", name, ns);

        Assert.Equal(TriggerStatus.Unresolved, outcome.Status);
        Assert.Equal($"{name} does not point to an image.", outcome.Explanation);
        Assert.Null(outcome.PullSpec);
    }

    [Fact]
    public void Evaluate_Paused_IsNotEvaluated()
    {
        var outcome = Evaluate("Pod", "spec", "no such field", paused: true);

        Assert.Equal((TriggerStatus.Paused, "The trigger on ruby:a is paused."), (outcome.Status, outcome.Explanation));
    }

    [Fact]
    public void Evaluate_SeveralTriggers_KeepsTheirOrder()
    {
        const string Annotation = """
            [{"from":{"name":"ruby:a"},"fieldPath":"spec.containers[1].image"},{"from":{"name":"ruby:a"},"fieldPath":"spec.containers[0].image"}]
            """;
        var outcomes = WorkloadTriggers.Evaluate(AWorkload("Pod", "spec", Annotation, PodSpec), Tags).Triggers;
        Assert.Equal(["log", "web"], outcomes.Select(outcome => outcome.Container));
    }

    [Fact]
    public void Evaluate_NoAnnotation_HasNoTriggers() =>
        Assert.True(WorkloadTriggers.Evaluate(Workload.Parse("""{"kind":"Pod"}"""), Tags).Triggers.IsEmpty);

    [Fact]
    public void Evaluate_TagThatDoesNotResolve_HidesTheErrorOfTheField()
    {
        Assert.Equal(TriggerStatus.Unresolved, Evaluate("Pod", "spec", "spec.nonsense", "ruby:gone").Status);
        Assert.Equal(TriggerStatus.OutsidePods, Evaluate("Pod", "spec", "nonsense", "ruby:gone").Status);
    }

    [Fact]
    public void Evaluate_TwoTriggersOfOneContainer_SecondSeesTheImageOfTheFirst()
    {
        const string Annotation = """
            [{"from":{"name":"ruby:a"},"fieldPath":"spec.containers[0].image"},{"from":{"name":"ruby:b"},"fieldPath":"spec.containers[00].image"}]
            """;
        var outcomes = WorkloadTriggers.Evaluate(AWorkload("Pod", "spec", Annotation, PodSpec), Tags).Triggers;

        Assert.Equal(["old", PullSpec('1')], outcomes.Select(outcome => outcome.Image));
    }

    [Fact]
    public void Evaluate_EmptyAnnotation_IsRefused()
    {
        var workload = AWorkload("Pod", "spec", "", PodSpec);

        Assert.Throws<TriggerAnnotationException>(() => WorkloadTriggers.List(workload));
        Assert.IsType<WorkloadTriggerResult.Invalid>(WorkloadTriggers.Evaluate(workload, Tags));
    }

    private static WorkloadTriggerOutcome Evaluate(
        string kind, string path, string fieldPath, string name = "ruby:a", string? ns = null, bool paused = false, string podSpec = PodSpec)
    {
        var annotation = JsonSerializer.Serialize(new[]
        {
            new { from = new { kind = "ImageStreamTag", name, @namespace = ns }, fieldPath, paused },
        });
        return Assert.Single(WorkloadTriggers.Evaluate(AWorkload(kind, path, annotation, podSpec), Tags).Triggers);
    }

    private static Workload AWorkload(string kind, string path, string annotation, string podSpec)
    {
        var body = path.Split('.').Reverse().Aggregate(podSpec, (inner, field) => $$"""{"{{field}}":{{inner}}}""");
        return Workload.Parse($$"""
            {"kind":"{{kind}}","metadata":{"name":"site","namespace":"shop","annotations":
            {"image.openshift.io/triggers":{{JsonSerializer.Serialize(annotation)}} } },{{body[1..]}}
            """);
    }
}
