using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Triggers;

public class TriggerConversionTests
{
    [Fact]
    public void ToDeployment_Triggers_FireOnTheSameTagsForTheSameContainers()
    {
        var config = ADeploymentConfig().Runs("x").BeginsWith("y")
            .TriggeredBy(ATag("ruby:a")).TriggeredBy(ATag("ruby:b", "shop"), automatic: false, container: "setup").Build();

        var conversion = DeploymentConfigTriggers.ToDeployment(config);

        var deployment = AWorkload().Runs("x").BeginsWith("y").Annotated(ObjectFieldTrigger.AnnotationName, conversion.Annotation!).Build();
        var tags = new StreamTagLookup([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);
        var updated = Assert.IsType<WorkloadTriggerResult.Changed>(WorkloadTriggers.Evaluate(deployment, tags));
        Assert.Equal(["y", PullSpec('1')], updated.Workload.Containers.Select(container => container.Image));
        Assert.Equal([TriggerStatus.Fires, TriggerStatus.Paused], updated.Triggers.Select(trigger => trigger.Status));
        Assert.Equal(
            [
                "spec.triggers[0]: A Deployment rolls out on every change of its template without a trigger.",
                "spec.triggers[2]: The trigger on ruby:b is not automatic. It becomes a paused one, and a requested rollout does not use its image.",
                "spec.triggers: A Deployment takes each image as soon as its tag has one; it does not wait for all of them.",
            ],
            conversion.Notes.Select(note => note.ToString()));
    }

    [Fact]
    public void ToDeployment_UnsupportedSettings_AreListed()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(ATag("ruby:a")).TriggeredBy(ATag("ruby:b"))
            .TriggeredBy(ATag("ruby:a"), container: "gone").TriggeredBy(ObjectReference.DockerImage("ruby")).Build();
        var last = config.Spec.Triggers[1].ImageChangeParams! with { LastTriggeredImage = "old@sha256:1" };
        config = config with
        {
            Spec = config.Spec with
            {
                Triggers =
                [
                    config.Spec.Triggers[1] with { ImageChangeParams = last },
                    .. config.Spec.Triggers.Skip(2),
                    new DeploymentTriggerPolicy { Type = "Moon" },
                ],
            },
        };

        var conversion = DeploymentConfigTriggers.ToDeployment(config);

        Assert.Single(conversion.Triggers);
        Assert.Equal(
            [
                (0, TriggerConversionNoteKind.LastTriggeredImage, "old@sha256:1"), (1, TriggerConversionNoteKind.SecondTrigger, "web"),
                (2, TriggerConversionNoteKind.NoSuchContainer, "gone"), (3, TriggerConversionNoteKind.NotATag, "DockerImage"),
                (4, TriggerConversionNoteKind.UnknownType, "Moon"), (null, TriggerConversionNoteKind.NoConfigChange, ""),
            ],
            conversion.Notes.Select(note => (note.Index, note.Kind, note.Subject)));
        Assert.All(conversion.Notes, note => Assert.NotEqual("", note.Explanation));
    }

    [Fact]
    public void ToDeployment_NameThatAPathCannotHold_IsAddressedByPosition()
    {
        var config = ADeploymentConfig().Runs("x").Runs("y", "lo]g").TriggeredBy(ATag("ruby:a"), container: "lo]g").Build();

        var trigger = Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Triggers);

        Assert.Equal("spec.template.spec.containers[1].image", trigger.FieldPath);
    }

    [Fact]
    public void ToDeployment_NoTriggers_NeedsNoAnnotation() =>
        Assert.Null(DeploymentConfigTriggers.ToDeployment(new DeploymentConfig()).Annotation);
}
