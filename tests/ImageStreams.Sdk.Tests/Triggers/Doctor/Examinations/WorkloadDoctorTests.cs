using System.Text.Json.Nodes;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class WorkloadDoctorTests
{
    private const string WebImage = "spec.template.spec.containers[0].image";

    [Theory]
    [InlineData("Pod")]
    [InlineData("Job")]
    [InlineData("ReplicaSet")]
    [InlineData("ReplicationController")]
    [InlineData("DeploymentConfig")]
    public void Examine_UnwatchedKind_IsFound(string kind) =>
        AssertFindsOnly(TriggerRules.UnwatchedKind, Annotation, AWorkload(kind).Runs("x").TriggeredBy("app:latest").Build());

    [Theory]
    [InlineData("not json", 1)]
    [InlineData("[]", 0)]
    public void Examine_UnwatchedKindWithAnotherAnnotation_IsFoundUnlessItIsEmpty(string annotation, int count) =>
        Assert.Equal(count, Examine(AWorkload("Job").Runs("x").Annotated(ObjectFieldTrigger.AnnotationName, annotation).Build()).Count);

    [Theory]
    [InlineData("Deployment")]
    [InlineData("DaemonSet")]
    [InlineData("StatefulSet")]
    [InlineData("CronJob")]
    public void Examine_WatchedKind_FindsNothing(string kind) =>
        AssertSound(AWorkload(kind).Runs("x").TriggeredBy("app:latest").Build());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Examine_BlankImageWithoutTrigger_IsFound(string image) =>
        AssertFindsOnly(TriggerRules.BlankImage, WebImage, AWorkload().Runs(image).Build());

    [Fact]
    public void Examine_BlankImageOfATagWithoutImage_IsFound() =>
        AssertFinds(TriggerRules.BlankImage, WebImage, AWorkload().Runs(" ").TriggeredBy("app:none").Build());

    [Fact]
    public void Examine_BlankImageOfAPausedTrigger_IsFound() =>
        AssertFinds(TriggerRules.BlankImage, WebImage, AWorkload().Runs(" ").TriggeredBy("app:latest", paused: true).Build());

    [Fact]
    public void Examine_BlankImageThatATriggerFillsIn_FindsNothing() =>
        AssertSound(AWorkload().Runs(" ").TriggeredBy("app:latest").Build());

    [Fact]
    public void Examine_TwoTagsForOneContainer_IsFound()
    {
        var other = AnImageStream("other").PushedTag("1").PointsTo('2').Build();
        var second = ATrigger("""{"kind":"ImageStreamTag","name":"other:1"}""", "spec.template.spec.containers[0].image");

        AssertFindsOnly(TriggerRules.SameContainer, $"{Annotation}[1]", ADeployment(Sound, second), other);
    }

    [Fact]
    public void Examine_OneTagTwiceForOneContainer_FindsNothing() => AssertSound(
        ADeployment(Sound, ATrigger("""{"kind":"ImageStreamTag","name":"app:latest"}""", "spec.template.spec.containers[0].image")));

    [Fact]
    public void Examine_ImageAppliedByAnother_IsFound()
    {
        var finding = AssertFindsOnly(TriggerRules.AppliedByAnother, WebImage, Owned("argocd", "Apply"));

        Assert.Equal("argocd applies the image of the container web, and will restore it.", finding.Message);
    }

    [Fact]
    public void Examine_ImageWrittenByAnother_IsNoted() =>
        AssertFindsOnly(TriggerRules.WrittenByAnother, WebImage, Owned("kubectl-edit", "Update"));

    [Theory]
    [InlineData("openshift-controller-manager", "web")]
    [InlineData("argocd", "log")]
    public void Examine_ImageOfTheControllerOrOfAnotherContainer_FindsNothing(string manager, string container) =>
        AssertSound(Owned(manager, "Apply", container));

    [Fact]
    public void Examine_ImageOfAnotherUnderATriggerThatNamesNoTag_IsNotFound() => AssertFindsNo(
        TriggerRules.WrittenByAnother, Owned("kubectl-edit", "Update", trigger: ATrigger("""{"kind":"ImageStreamTag"}""")));

    [Fact]
    public void Examine_InvalidManagedFields_FindsNothing() =>
        AssertSound(With(ADeployment(Sound), metadata => metadata["managedFields"] = new JsonArray(7, "x")));

    [Fact]
    public void Examine_PausedTrigger_IsNoted() => AssertFindsOnly(
        TriggerRules.PausedTrigger, $"{Annotation}[0].paused",
        AWorkload().Runs("x").TriggeredBy("none:1", paused: true).Build());

    [Fact]
    public void Examine_PausedDeployment_IsNoted() => AssertFindsOnly(
        TriggerRules.PausedObject, "spec.paused", AWorkload().Runs("x").TriggeredBy("app:latest").Paused().Build());

    [Fact]
    public void Examine_SuspendedCronJob_FindsNothing() =>
        AssertSound(AWorkload("CronJob").Runs("x").TriggeredBy("app:latest").Paused().Build());

    [Fact]
    public void Examine_ControlledObject_IsFound()
    {
        var owned = With(ADeployment(Sound), metadata =>
            metadata["ownerReferences"] = new JsonArray(new JsonObject { ["kind"] = "Operator", ["controller"] = true }));

        AssertFindsOnly(TriggerRules.ControlledObject, "metadata.ownerReferences", owned);
    }

    [Fact]
    public void Examine_ControlledObjectWhoseTriggersArePaused_IsNotFound() => AssertFindsNo(
        TriggerRules.PausedObject, AWorkload().Runs("x").TriggeredBy("app:latest", paused: true).Paused().Build());

    [Fact]
    public void Examine_NoAnnotation_FindsNothing() => AssertSound(AWorkload().Runs("x").Paused().Build());

    private static Workload Owned(string manager, string operation, string container = "web", string? trigger = null)
    {
        var owned = new JsonObject { [$"k:{{\"name\":\"{container}\"}}"] = new JsonObject { ["f:image"] = new JsonObject() } };
        var pods = new JsonObject { ["f:spec"] = new JsonObject { ["f:containers"] = owned } };
        return With(ADeployment(trigger ?? Sound), metadata => metadata["managedFields"] = new JsonArray(new JsonObject
        {
            ["manager"] = manager,
            ["operation"] = operation,
            ["fieldsType"] = "FieldsV1",
            ["fieldsV1"] = new JsonObject { ["f:spec"] = new JsonObject { ["f:template"] = pods } },
        }));
    }

    private static Workload With(Workload workload, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(workload.Utf8)!;
        change(json["metadata"]!.AsObject());
        return Workload.Parse(json.ToJsonString());
    }
}
