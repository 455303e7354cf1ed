using System.Text.Json;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Building.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class WorkloadUpdateTests
{
    private static readonly StreamTagLookup Tags = new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    [Fact]
    public void Update_OtherImage_ChangesNothingElse()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].image"));

        var updated = Assert.IsType<WorkloadUpdate.Updated>(WorkloadTriggers.Update(pod, Tags));

        Assert.Equal(pod.ToString().Replace("old", PullSpec('1'), StringComparison.Ordinal), updated.Workload.ToString());
        Assert.Equal($"ruby:a points to {PullSpec('1')}; the container web has old.", updated.Explanation);
    }

    [Fact]
    public void Update_Updated_IsUnchangedNext()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].image"));
        var updated = (WorkloadUpdate.Updated)WorkloadTriggers.Update(pod, Tags);

        var next = WorkloadTriggers.Update(updated.Workload, Tags);

        Assert.IsType<WorkloadUpdate.Unchanged>(next);
        Assert.Equal(TriggerVerdict.Unchanged, Assert.Single(next.Triggers).Verdict);
    }

    [Fact]
    public void Update_SetAndSetBack_StillYieldsTheObject()
    {
        var pod = APod(PullSpec('2'), ("ruby:a", "spec.containers[0].image"), ("ruby:b", "spec.containers[00].image"));

        var updated = Assert.IsType<WorkloadUpdate.Updated>(WorkloadTriggers.Update(pod, Tags));

        Assert.Equal(pod, updated.Workload);
    }

    [Theory]
    [InlineData("spec.containers[7].image", WorkloadUpdateFault.NoSuchContainer)]
    [InlineData("spec.containers[0].name", WorkloadUpdateFault.InvalidFieldPath)]
    [InlineData("spec.containers[0].image", WorkloadUpdateFault.DuplicateTriggers)]
    public void Update_Mistake_ChangesNothing(string fieldPath, WorkloadUpdateFault fault)
    {
        var update = WorkloadTriggers.Update(APod("old", ("ruby:a", "spec.containers[0].image"), ("ruby:a", fieldPath)), Tags);

        var failed = Assert.IsType<WorkloadUpdate.Failed>(update);
        Assert.Equal((fault, failed.Message), (failed.Fault, failed.Explanation));
    }

    [Fact]
    public void Update_SeveralMistakes_FirstCounts()
    {
        var pod = APod("old", ("ruby:a", "spec.containers[0].name"), ("ruby:a", "spec.containers[7].image"));

        var failed = Assert.IsType<WorkloadUpdate.Failed>(WorkloadTriggers.Update(pod, Tags));

        Assert.Equal("The field spec.containers[0].name is no container's image.", failed.Message);
        Assert.Equal(2, failed.Triggers.Count);
    }

    [Fact]
    public void Update_MistakeOfAnUnresolvedTag_IsHidden() => Assert.IsType<WorkloadUpdate.Unchanged>(
        WorkloadTriggers.Update(APod("old", ("ruby:gone", "spec.containers[7].image")), Tags));

    [Theory]
    [InlineData("DeploymentConfig", "", false)]
    [InlineData("DeploymentConfig", "\"template\":null", false)]
    [InlineData("ReplicationController", "\"replicas\":1", false)]
    [InlineData("ReplicationController", "\"template\":{}", true)]
    [InlineData("Deployment", "", true)]
    public void Update_NoTemplate_IsSupportedWhereItIsNoPointer(string kind, string spec, bool isSupported)
    {
        var update = WorkloadTriggers.Update(Workload.Parse($$"""{"kind":"{{kind}}","spec":{ {{spec}} } }"""), Tags);

        Assert.Equal(isSupported ? null : WorkloadUpdateFault.UnsupportedObject, (update as WorkloadUpdate.Failed)?.Fault);
        Assert.Equal(isSupported ? "No trigger listens to an image." : $"The {kind} has no template for its pods.", update.Explanation);
    }

    [Fact]
    public void Update_MissingTemplate_CountsBeforeTheAnnotation()
    {
        var config = Workload.Parse("""
            {"kind":"DeploymentConfig","metadata":{"annotations":{"image.openshift.io/triggers":""}}}
            """);
        Assert.Equal(WorkloadUpdateFault.UnsupportedObject, ((WorkloadUpdate.Failed)WorkloadTriggers.Update(config, Tags)).Fault);
    }

    [Fact]
    public void Update_BrokenAnnotation_SaysWhatIsWrong()
    {
        var pod = Workload.Parse("""{"kind":"Pod","metadata":{"annotations":{"image.openshift.io/triggers":"{}"}}}""");

        var failed = Assert.IsType<WorkloadUpdate.Failed>(WorkloadTriggers.Update(pod, Tags));

        Assert.Equal(WorkloadUpdateFault.InvalidAnnotation, failed.Fault);
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
