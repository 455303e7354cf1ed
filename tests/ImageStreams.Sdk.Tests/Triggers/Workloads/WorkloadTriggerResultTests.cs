using System.Text.Json;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class WorkloadTriggerResultTests
{
    private static readonly StreamTagLookup Tags = new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    [Fact]
    public void Update_OtherImage_ChangesNothingElse()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].image"));

        var updated = Assert.IsType<WorkloadTriggerResult.Changed>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal(pod.ToJson().Replace("old", PullSpec('1'), StringComparison.Ordinal), updated.Workload.ToJson());
        Assert.Equal($"ruby:a points to {PullSpec('1')}; the container web has old.", updated.Explanation);
    }

    [Fact]
    public void Update_Updated_IsUnchangedNext()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].image"));
        var updated = (WorkloadTriggerResult.Changed)WorkloadTriggers.Evaluate(pod, Tags);

        var next = WorkloadTriggers.Evaluate(updated.Workload, Tags);

        Assert.IsType<WorkloadTriggerResult.NoChange>(next);
        Assert.Equal(TriggerStatus.Unchanged, Assert.Single(next.Triggers).Status);
    }

    [Fact]
    public void Update_SetAndSetBack_StillYieldsTheObject()
    {
        var pod = APod(PullSpec('2'), ("ruby:a", "spec.containers[0].image"), ("ruby:b", "spec.containers[00].image"));

        var updated = Assert.IsType<WorkloadTriggerResult.Changed>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal(pod, updated.Workload);
    }

    [Theory]
    [InlineData("spec.containers[7].image", InvalidTriggerReason.NoSuchContainer)]
    [InlineData("spec.containers[0].name", InvalidTriggerReason.InvalidFieldPath)]
    [InlineData("spec.containers[0].image", InvalidTriggerReason.DuplicateTriggers)]
    public void Update_Mistake_ChangesNothing(string fieldPath, InvalidTriggerReason fault)
    {
        var update = WorkloadTriggers.Evaluate(APod("old", ("ruby:a", "spec.containers[0].image"), ("ruby:a", fieldPath)), Tags);

        var failed = Assert.IsType<WorkloadTriggerResult.Invalid>(update);
        Assert.Equal((fault, failed.Message), (failed.Reason, failed.Explanation));
    }

    [Fact]
    public void Update_SeveralMistakes_FirstCounts()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].name"), ("ruby:a", "spec.containers[7].image"));

        var failed = Assert.IsType<WorkloadTriggerResult.Invalid>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal("The field spec.containers[0].name is no container's image.", failed.Message);
        Assert.Equal(2, failed.Triggers.Count);
    }

    [Fact]
    public void Update_MistakeOfAnUnresolvedTag_IsHidden() => Assert.IsType<WorkloadTriggerResult.NoChange>(
        WorkloadTriggers.Evaluate(APod("old", ("ruby:gone", "spec.containers[7].image")), Tags));

    [Theory]
    [InlineData("DeploymentConfig", "", false)]
    [InlineData("DeploymentConfig", "\"template\":null", false)]
    [InlineData("ReplicationController", "\"replicas\":1", false)]
    [InlineData("ReplicationController", "\"template\":{}", true)]
    [InlineData("Deployment", "", true)]
    public void Update_NoTemplate_IsSupportedWhereItIsNoPointer(string kind, string spec, bool isSupported)
    {
        var update = WorkloadTriggers.Evaluate(Workload.Parse($$"""{"kind":"{{kind}}","spec":{ {{spec}} } }"""), Tags);

        Assert.Equal(isSupported ? null : InvalidTriggerReason.UnsupportedObject, (update as WorkloadTriggerResult.Invalid)?.Reason);
        Assert.Equal(isSupported ? "No trigger listens to an image." : $"The {kind} has no template for its pods.", update.Explanation);
    }

    [Fact]
    public void Update_MissingTemplate_CountsBeforeTheAnnotation()
    {
        var config = Workload.Parse("""
            {"kind":"DeploymentConfig","metadata":{"annotations":{"image.openshift.io/triggers":""}}}
            """);
        Assert.Equal(InvalidTriggerReason.UnsupportedObject, ((WorkloadTriggerResult.Invalid)WorkloadTriggers.Evaluate(config, Tags)).Reason);
    }

    [Fact]
    public void Update_BrokenAnnotation_ReportsTheError()
    {
        var pod = Workload.Parse("""{"kind":"Pod","metadata":{"annotations":{"image.openshift.io/triggers":"{}"}}}""");

        var failed = Assert.IsType<WorkloadTriggerResult.Invalid>(WorkloadTriggers.Evaluate(pod, Tags));

        Assert.Equal(InvalidTriggerReason.InvalidAnnotation, failed.Reason);
        Assert.Equal("The annotation image.openshift.io/triggers must have a list at $.", failed.Message);
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
