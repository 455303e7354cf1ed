using System.Text.Json;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class WorkloadTriggerResultTests
{
    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    [Fact]
    public void Evaluate_OtherImage_ChangesNothingElse()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].image"));

        var changed = Assert.IsType<WorkloadTriggerResult.Changed>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal(pod.ToJson().Replace("old", PullSpec('1'), StringComparison.Ordinal), changed.Workload.ToJson());
        Assert.Equal($"ruby:a points to {PullSpec('1')}; the container web has old.", changed.Explanation);
    }

    [Fact]
    public void Evaluate_ChangedObject_IsNoChangeNext()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].image"));
        var changed = (WorkloadTriggerResult.Changed)WorkloadTriggers.Evaluate(pod, Tags);

        var next = WorkloadTriggers.Evaluate(changed.Workload, Tags);

        Assert.IsType<WorkloadTriggerResult.NoChange>(next);
        Assert.Equal(TriggerStatus.Unchanged, Assert.Single(next.Triggers).Status);
    }

    [Fact]
    public void Evaluate_SetAndRestored_StillYieldsTheObject()
    {
        var pod = APod(PullSpec('2'), ("ruby:a", "spec.containers[0].image"), ("ruby:b", "spec.containers[00].image"));

        var changed = Assert.IsType<WorkloadTriggerResult.Changed>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal(pod, changed.Workload);
    }

    [Theory]
    [InlineData("spec.containers[7].image", InvalidTriggerReason.NoSuchContainer)]
    [InlineData("spec.containers[0].name", InvalidTriggerReason.InvalidFieldPath)]
    [InlineData("spec.containers[0].image", InvalidTriggerReason.DuplicateTriggers)]
    public void Evaluate_InvalidTrigger_ChangesNothing(string fieldPath, InvalidTriggerReason reason)
    {
        var result = WorkloadTriggers.Evaluate(APod("old", ("ruby:a", "spec.containers[0].image"), ("ruby:a", fieldPath)), Tags);

        var invalid = Assert.IsType<WorkloadTriggerResult.Invalid>(result);
        Assert.Equal((reason, invalid.Message), (invalid.Reason, invalid.Explanation));
    }

    [Fact]
    public void Evaluate_SeveralErrors_FirstCounts()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].name"), ("ruby:a", "spec.containers[7].image"));

        var invalid = Assert.IsType<WorkloadTriggerResult.Invalid>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal("The field spec.containers[0].name is no container's image.", invalid.Message);
        Assert.Equal(2, invalid.Triggers.Count);
    }

    [Fact]
    public void Evaluate_InvalidTriggerOnAnUnresolvedTag_IsHidden() => Assert.IsType<WorkloadTriggerResult.NoChange>(
        WorkloadTriggers.Evaluate(APod("old", ("ruby:gone", "spec.containers[7].image")), Tags));

    [Theory]
    [InlineData("DeploymentConfig", "", false)]
    [InlineData("DeploymentConfig", "\"template\":null", false)]
    [InlineData("ReplicationController", "\"replicas\":1", false)]
    [InlineData("ReplicationController", "\"template\":{}", true)]
    [InlineData("Deployment", "", true)]
    public void Evaluate_NoTemplate_IsSupportedWhereItIsNotAPointer(string kind, string spec, bool isSupported)
    {
        var result = WorkloadTriggers.Evaluate(Workload.Parse($$"""{"kind":"{{kind}}","spec":{ {{spec}} } }"""), Tags);

        Assert.Equal(isSupported ? null : InvalidTriggerReason.UnsupportedObject, (result as WorkloadTriggerResult.Invalid)?.Reason);
        Assert.Equal(isSupported ? "No trigger listens to an image." : $"The {kind} has no pod template.", result.Explanation);
    }

    [Fact]
    public void Evaluate_MissingTemplate_CountsBeforeTheAnnotation()
    {
        var config = Workload.Parse("""
            {"kind":"DeploymentConfig","metadata":{"annotations":{"image.openshift.io/triggers":""}}}
            """);
        Assert.Equal(InvalidTriggerReason.UnsupportedObject, ((WorkloadTriggerResult.Invalid)WorkloadTriggers.Evaluate(config, Tags)).Reason);
    }

    [Fact]
    public void Evaluate_BrokenAnnotation_ReportsTheError()
    {
        var pod = Workload.Parse("""{"kind":"Pod","metadata":{"annotations":{"image.openshift.io/triggers":"{}"}}}""");

        var invalid = Assert.IsType<WorkloadTriggerResult.Invalid>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal(InvalidTriggerReason.InvalidAnnotation, invalid.Reason);
        Assert.Equal("The annotation image.openshift.io/triggers must have a list at $.", invalid.Message);
    }

    private static Workload APod(string image, params (string Tag, string FieldPath)[] triggers)
    {
        var annotation = JsonSerializer.Serialize(triggers.Select(one => new { from = new { name = one.Tag }, fieldPath = one.FieldPath }));
        return Workload.Parse($$"""
            {"kind":"Pod","metadata":{"namespace":"shop","annotations":
            {"image.openshift.io/triggers":{{JsonSerializer.Serialize(annotation)}} } },
            "spec":{"containers":[{"name":"web", "image" : "{{image}}","x":1}] } }
            """);
    }
}
