using FsCheck.Xunit;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class DeploymentConfigTriggersTests
{
    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    private static ObjectReference RubyA => ObjectReference.ImageStreamTag("ruby:a");

    [Fact]
    public void List_Trigger_HasAnEntryForEachContainerInitContainersLast()
    {
        var config = ADeploymentConfig().BeginsWith("x", "web").Runs("x").Runs("x").TriggeredBy(RubyA, automatic: false).Build();

        var triggers = DeploymentConfigTriggers.List(config);

        const string Web = "spec.template.spec.containers[@name==\"web\"].image";
        Assert.Equal([Web, Web, "spec.template.spec.initContainers[@name==\"web\"].image"], triggers.Select(one => one.FieldPath));
        Assert.All(triggers, one => Assert.Equal(("ruby:a", true), (one.From.Name, one.Paused)));
    }

    [Fact]
    public void List_NoTagOrNoSuchContainer_IsEmpty()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(ObjectReference.DockerImage("ruby"))
            .TriggeredBy(ObjectReference.ImageStreamTag("")).TriggeredBy(RubyA, container: "gone").Build();

        Assert.Empty(DeploymentConfigTriggers.List(config));
        Assert.Empty(DeploymentConfigTriggers.List(new DeploymentConfig { Spec = config.Spec with { Template = null } }));
    }

    [Fact]
    public void Evaluate_OtherImage_SetsEveryContainerOfTheNameAndRecordsIt()
    {
        var config = ADeploymentConfig().BeginsWith("x", "web").Runs("x").Runs("kept", "log").TriggeredBy(RubyA).Build();

        var changed = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, Tags)).DeploymentConfig;

        Assert.Equal([PullSpec('1'), "kept"], changed.Spec.Template!.Spec.Containers.Select(one => one.Image));
        Assert.Equal(PullSpec('1'), Assert.Single(changed.Spec.Template.Spec.InitContainers).Image);
        Assert.Equal(PullSpec('1'), changed.Spec.Triggers[1].ImageChangeParams!.LastTriggeredImage);
    }

    [Fact]
    public void Evaluate_ChangedObject_IsNoChangeNext()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();
        var changed = ((DeploymentConfigTriggerResult.Changed)DeploymentConfigTriggers.Evaluate(config, Tags)).DeploymentConfig;

        var next = Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(changed, Tags));

        Assert.Equal($"ruby:a points to {PullSpec('1')}, which every container of the trigger has.", next.Explanation);
    }

    [Fact]
    public void Evaluate_TagThatNeverResolved_BlocksTheOtherTriggers()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).TriggeredBy(ObjectReference.ImageStreamTag("gone:a")).Build();

        var result = Assert.IsType<DeploymentConfigTriggerResult.Unresolvable>(DeploymentConfigTriggers.Evaluate(config, Tags));

        Assert.Equal([TriggerStatus.Fires, TriggerStatus.Unresolved], result.Triggers.Select(one => one.Status));
        Assert.EndsWith("gone:a does not point to an image, and never did.", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_DeletedTag_KeepsTheLastImage()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();
        var changed = ((DeploymentConfigTriggerResult.Changed)DeploymentConfigTriggers.Evaluate(config, Tags)).DeploymentConfig;

        var result = DeploymentConfigTriggers.Evaluate(changed, new StreamTagLookup([]));

        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(result);
        Assert.Equal(PullSpec('1'), Assert.Single(result.Triggers).PullSpec);
    }

    [Theory]
    [InlineData("ImageStreamTag", false, TriggerStatus.Paused, "The trigger on ruby:a is not automatic.")]
    [InlineData("DockerImage", true, TriggerStatus.NotATag, "The trigger names the kind DockerImage; only an ImageStreamTag can fire.")]
    public void Evaluate_TriggerThatCannotFire_ExplainsWhy(string kind, bool automatic, TriggerStatus status, string explanation)
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA with { Kind = kind }, automatic).Build();

        var outcome = Assert.Single(Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(config, Tags)).Triggers);

        Assert.Equal((1, status, explanation), (outcome.Index, outcome.Status, outcome.Explanation));
    }

    [Fact]
    public void Evaluate_TwoTriggersOfOneContainer_LastCounts()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).TriggeredBy(ObjectReference.ImageStreamTag("ruby:b")).Build();

        var changed = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, Tags));

        Assert.Equal(PullSpec('2'), Assert.Single(changed.DeploymentConfig.Spec.Template!.Spec.Containers).Image);
        Assert.All(changed.Triggers, one => Assert.Equal(TriggerStatus.Fires, one.Status));
    }

    [Fact]
    public void Evaluate_NoTriggers_IsNoChange() => Assert.Equal(
        "No trigger listens to an image.", DeploymentConfigTriggers.Evaluate(ADeploymentConfig().Build(), Tags).Explanation);

    [Fact]
    public void Compare_OtherContainer_IsUpdatedAndInitContainersDoNotCount()
    {
        var former = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();

        Assert.Equal(TriggerChange.None, TriggerIndex.Compare(ADeploymentConfig().Runs("x").BeginsWith("y").TriggeredBy(RubyA).Build(), former));
        Assert.Equal(TriggerChange.Updated, TriggerIndex.Compare(ADeploymentConfig().Runs("y").TriggeredBy(RubyA).Build(), former));
        Assert.Equal("dc/shop/web", TriggerIndex.Find(former, "dc/")!.Key);
    }

    /// <summary>Whatever the triggers: a changed object does not change again, and a paused trigger changes nothing.</summary>
    [Property(MaxTest = 300, Replay = "67,71")]
    public void Evaluate_ChangedObject_IsNoChange((byte Tag, byte Container, bool IsAutomatic)[] triggers)
    {
        var builder = ADeploymentConfig().Runs("x", "0").Runs("y", "1").BeginsWith("z", "2");
        foreach (var (tag, container, isAutomatic) in triggers.DistinctBy(trigger => trigger.Container % 3))
        {
            builder.TriggeredBy(ObjectReference.ImageStreamTag(tag % 3 == 0 ? "ruby:a" : "ruby:b"), isAutomatic, $"{container % 3}");
        }

        var config = builder.Build();
        var result = DeploymentConfigTriggers.Evaluate(config, Tags);

        Assert.Equal(result.Triggers.Any(trigger => trigger.Status == TriggerStatus.Fires), result is DeploymentConfigTriggerResult.Changed);
        var after = result is DeploymentConfigTriggerResult.Changed changed ? changed.DeploymentConfig : config;
        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(after, Tags));
    }

    [Fact]
    public void Evaluate_ManyTriggersAndContainers_TakesLinearTime()
    {
        var builder = ADeploymentConfig();
        for (var i = 0; i < 20_000; i++)
        {
            builder.Runs("x", $"c{i}").TriggeredBy(RubyA, container: $"c{i}");
        }

        var result = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(builder.Build(), Tags));

        Assert.All(result.DeploymentConfig.Spec.Template!.Spec.Containers, container => Assert.Equal(PullSpec('1'), container.Image));
    }
}
