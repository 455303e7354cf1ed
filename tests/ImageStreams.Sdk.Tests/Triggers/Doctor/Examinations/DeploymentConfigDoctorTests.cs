using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class DeploymentConfigDoctorTests
{
    /// <summary>The path of the trigger after that on changes of the template.</summary>
    private const string First = "spec.triggers[1].imageChangeParams";

    private static readonly ObjectReference App = ATag("app:latest");

    [Fact]
    public void Examine_SoundTrigger_FindsNothing() => AssertSound(
        ADeploymentConfig().Runs(" ").TriggeredBy(App).Build(),
        ADeploymentConfig("other").Runs(" ").BeginsWith(" ").TriggeredBy(App).TriggeredBy(App, container: "setup").BuildWorkload());

    [Fact]
    public void Examine_ManualTrigger_IsNoted() => AssertFindsOnly(
        TriggerRules.ManualTrigger, $"{First}.automatic", ADeploymentConfig().Runs("x").TriggeredBy(App, automatic: false).Build());

    [Fact]
    public void Examine_WrongKind_IsFound() => AssertFindsOnly(
        TriggerRules.WrongKind, $"{First}.from.kind",
        ADeploymentConfig().Runs("x").TriggeredBy(ObjectReference.DockerImage("ruby")).Build());

    [Fact]
    public void Examine_ApiVersion_IsFound() => AssertFindsOnly(
        TriggerRules.ApiVersionGiven, $"{First}.from.apiVersion",
        ADeploymentConfig().Runs("x").TriggeredBy(App with { ApiVersion = "v1" }).Build());

    [Fact]
    public void Examine_UnknownContainer_IsFound() => AssertFindsOnly(
        TriggerRules.NoSuchContainer, $"{First}.containerNames[0]",
        ADeploymentConfig().Runs("x").TriggeredBy(App, container: "other").Build());

    [Fact]
    public void Examine_NoContainers_IsFound() =>
        AssertFindsOnly(TriggerRules.NoContainers, $"{First}.containerNames", Change(change => change with { ContainerNames = [] }));

    [Fact]
    public void Examine_NoParameters_IsFound() => AssertFindsOnly(
        TriggerRules.NoParameters, "spec.triggers[0].imageChangeParams", Triggers([new() { Type = "ImageChange" }]));

    [Fact]
    public void Examine_NoTemplate_HasNoContainer()
    {
        var config = Change(change => change);

        AssertFindsOnly(
            TriggerRules.NoSuchContainer, $"{First}.containerNames[0]",
            config with { Spec = config.Spec with { Template = null } });
    }

    [Fact]
    public void Examine_OneTagWithoutImage_BlocksTheOthers()
    {
        var config = ADeploymentConfig().Runs("x").Runs("y", "log").TriggeredBy(App).TriggeredBy(ATag("app:none"), container: "log").Build();

        var finding = AssertFinds(TriggerRules.BlockedTrigger, First, config);

        Assert.Equal("The trigger is blocked by trigger 2 of the object.", finding.Message);
        AssertFinds(TriggerRules.NoSuchTag, "spec.triggers[2].imageChangeParams", config);
    }

    [Fact]
    public void Examine_OneTagThatLostItsImage_BlocksNothing()
    {
        var last = new DeploymentTriggerImageChangeParams
        {
            Automatic = true, From = ATag("app:none"), ContainerNames = ["log"], LastTriggeredImage = "quay.io/x@sha256:1",
        };
        var sound = ADeploymentConfig().Runs("x").Runs("y", "log").TriggeredBy(App).Build();
        DeploymentTriggerPolicy gone = new() { Type = "ImageChange", ImageChangeParams = last };

        AssertFindsNo(TriggerRules.BlockedTrigger, sound with { Spec = sound.Spec with { Triggers = sound.Spec.Triggers.Add(gone) } });
    }

    [Fact]
    public void Examine_BlankImageOfABlockedTrigger_IsFound() => AssertFinds(
        TriggerRules.BlankImage, "spec.template.spec.containers[0].image",
        ADeploymentConfig().Runs(" ").Runs("y", "log").TriggeredBy(App).TriggeredBy(ATag("app:none"), container: "log").Build());

    [Fact]
    public void Examine_TwoTagsForOneContainer_IsFound() => AssertFinds(
        TriggerRules.SameContainer, "spec.triggers[2].imageChangeParams",
        ADeploymentConfig().Runs("x").TriggeredBy(App).TriggeredBy(ATag("app:other")).Build());

    [Fact]
    public void Examine_Paused_IsNoted() =>
        AssertFindsOnly(TriggerRules.PausedObject, "spec.paused", ADeploymentConfig().Runs("x").TriggeredBy(App).Paused().Build());

    [Fact]
    public void Examine_Controlled_IsFound() => AssertFindsOnly(
        TriggerRules.ControlledObject, "metadata.ownerReferences",
        WithMetadata(metadata => metadata with { OwnerReferences = [new OwnerReference { Controller = true }] }));

    [Fact]
    public void Examine_ImageAppliedByAnother_IsFound()
    {
        var fields = RawJson.Parse(
            """{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{"f:image":{}}}}}}}""");
        var entry = new ManagedFieldsEntry { Manager = "argocd", Operation = "Apply", FieldsV1 = fields };

        AssertFindsOnly(TriggerRules.AppliedByAnother, "spec.template.spec.containers[0].image",
            WithMetadata(metadata => metadata with { ManagedFields = [entry] }));
    }

    [Fact]
    public void Examine_Annotation_IsNotWatched() => AssertFindsOnly(
        TriggerRules.UnwatchedKind, Annotation,
        WithMetadata(metadata => metadata with { Annotations = [new(ObjectFieldTrigger.AnnotationName, $"[{Sound}]")] }));

    [Fact]
    public void Examine_FieldThatDoesNotFit_IsAFinding()
    {
        var json = ImageStreamJson.Serialize(ADeploymentConfig().Runs("x").TriggeredBy(App).Build().WithTypeMeta());
        var broken = Workload.Parse(json.Replace("\"automatic\":true", "\"automatic\":\"true\"", StringComparison.Ordinal));

        AssertFindsOnly(TriggerRules.UnreadableObject, $"{First}.automatic", broken);
    }

    private static DeploymentConfig Change(Func<DeploymentTriggerImageChangeParams, DeploymentTriggerImageChangeParams> change)
    {
        var triggers = ADeploymentConfig().TriggeredBy(App).Build().Spec.Triggers;
        var changed = triggers[1] with { ImageChangeParams = change(triggers[1].ImageChangeParams!) };
        return Triggers(triggers.SetItem(1, changed));
    }

    private static DeploymentConfig Triggers(ValueList<DeploymentTriggerPolicy> triggers)
    {
        var config = ADeploymentConfig().Runs("x").Build();
        return config with { Spec = config.Spec with { Triggers = triggers } };
    }

    private static DeploymentConfig WithMetadata(Func<ObjectMeta, ObjectMeta> change)
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(App).Build();
        return config with { Metadata = change(config.Metadata) };
    }
}
