using FsCheck.Xunit;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class DeploymentConfigTriggersTests
{
    private static readonly StreamTagLookup Tags = new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

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
    public void Update_OtherImage_SetsEveryContainerOfTheNameAndRemembersIt()
    {
        var config = ADeploymentConfig().BeginsWith("x", "web").Runs("x").Runs("kept", "log").TriggeredBy(RubyA).Build();

        var updated = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, Tags)).DeploymentConfig;

        Assert.Equal([PullSpec('1'), "kept"], updated.Spec.Template!.Spec.Containers.Select(one => one.Image));
        Assert.Equal(PullSpec('1'), Assert.Single(updated.Spec.Template.Spec.InitContainers).Image);
        Assert.Equal(PullSpec('1'), updated.Spec.Triggers[1].ImageChangeParams!.LastTriggeredImage);
    }

    [Fact]
    public void Update_Updated_IsUnchangedNext()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();
        var updated = ((DeploymentConfigTriggerResult.Changed)DeploymentConfigTriggers.Evaluate(config, Tags)).DeploymentConfig;

        var next = Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(updated, Tags));

        Assert.Equal($"ruby:a stands for {PullSpec('1')}, which every container of the trigger has.", next.Explanation);
    }

    [Fact]
    public void Update_TagThatNeverResolved_DropsWhatOthersRequest()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).TriggeredBy(ObjectReference.ImageStreamTag("gone:a")).Build();

        var update = Assert.IsType<DeploymentConfigTriggerResult.Unresolvable>(DeploymentConfigTriggers.Evaluate(config, Tags));

        Assert.Equal([TriggerStatus.Fires, TriggerStatus.Unresolved], update.Triggers.Select(one => one.Status));
        Assert.EndsWith("gone:a does not point to an image, and never did.", update.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_TagThatIsGone_KeepsTheImageItPointedToLast()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();
        var updated = ((DeploymentConfigTriggerResult.Changed)DeploymentConfigTriggers.Evaluate(config, Tags)).DeploymentConfig;

        var update = DeploymentConfigTriggers.Evaluate(updated, new StreamTagLookup([]));

        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(update);
        Assert.Equal(PullSpec('1'), Assert.Single(update.Triggers).PullSpec);
    }

    [Theory]
    [InlineData("ImageStreamTag", false, TriggerStatus.Paused, "The trigger on ruby:a is not automatic.")]
    [InlineData("DockerImage", true, TriggerStatus.NotATag, "The trigger names a DockerImage; only an ImageStreamTag can fire.")]
    public void Update_TriggerThatCannotFire_ExplainsWhy(string kind, bool automatic, TriggerStatus verdict, string explanation)
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA with { Kind = kind }, automatic).Build();

        var outcome = Assert.Single(Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(config, Tags)).Triggers);

        Assert.Equal((1, verdict, explanation), (outcome.Index, outcome.Status, outcome.Explanation));
    }

    [Fact]
    public void Update_TwoTriggersOfOneContainer_LastCounts()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).TriggeredBy(ObjectReference.ImageStreamTag("ruby:b")).Build();

        var updated = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, Tags));

        Assert.Equal(PullSpec('2'), Assert.Single(updated.DeploymentConfig.Spec.Template!.Spec.Containers).Image);
        Assert.All(updated.Triggers, one => Assert.Equal(TriggerStatus.Fires, one.Status));
    }

    [Fact]
    public void Update_NoTriggers_IsUnchanged() => Assert.Equal(
        "No trigger listens to an image.", DeploymentConfigTriggers.Evaluate(ADeploymentConfig().Build(), Tags).Explanation);

    [Fact]
    public void Compare_OtherContainer_IsUpdatedAndInitContainersDoNotCount()
    {
        var former = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();

        Assert.Equal(TriggerChange.None, TriggerIndex.Compare(ADeploymentConfig().Runs("x").BeginsWith("y").TriggeredBy(RubyA).Build(), former));
        Assert.Equal(TriggerChange.Updated, TriggerIndex.Compare(ADeploymentConfig().Runs("y").TriggeredBy(RubyA).Build(), former));
        Assert.Equal("dc/shop/web", TriggerIndex.Find(former, "dc/")!.Key);
    }

    /// <summary>Whatever the triggers: what an update made is not updated again, and a paused one changes nothing.</summary>
    [Property(MaxTest = 300, Replay = "67,71")]
    public void Update_WhatWasUpdated_IsUnchanged((byte Tag, byte Container, bool IsAutomatic)[] triggers)
    {
        var builder = ADeploymentConfig().Runs("x", "0").Runs("y", "1").BeginsWith("z", "2");
        foreach (var (tag, container, isAutomatic) in triggers.DistinctBy(trigger => trigger.Container % 3))
        {
            builder.TriggeredBy(ObjectReference.ImageStreamTag(tag % 3 == 0 ? "ruby:a" : "ruby:b"), isAutomatic, $"{container % 3}");
        }

        var config = builder.Build();
        var update = DeploymentConfigTriggers.Evaluate(config, Tags);

        Assert.Equal(update.Triggers.Any(trigger => trigger.Status == TriggerStatus.Fires), update is DeploymentConfigTriggerResult.Changed);
        var after = update is DeploymentConfigTriggerResult.Changed updated ? updated.DeploymentConfig : config;
        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(after, Tags));
    }

    [Fact]
    public void Update_ManyTriggersAndContainers_IsDoneInOneGo()
    {
        var builder = ADeploymentConfig();
        for (var i = 0; i < 20_000; i++)
        {
            builder.Runs("x", $"c{i}").TriggeredBy(RubyA, container: $"c{i}");
        }

        var update = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(builder.Build(), Tags));

        Assert.All(update.DeploymentConfig.Spec.Template!.Spec.Containers, container => Assert.Equal(PullSpec('1'), container.Image));
    }
}
