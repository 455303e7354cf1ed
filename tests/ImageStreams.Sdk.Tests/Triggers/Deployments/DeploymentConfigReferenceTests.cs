using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>Triggers of deployment configurations that name little, or several containers.</summary>
public class DeploymentConfigReferenceTests
{
    private const string Image = "image";

    private static ObjectReference RubyA => ObjectReference.ImageStreamTag("ruby:a");

    private static ObjectReference Nameless => new() { Kind = ReferenceKinds.ImageStreamTag };

    [Fact]
    public void Evaluate_NamelessTag_IsLookedUpByTheEmptyName()
    {
        var tags = new AskedTags(null);

        DeploymentConfigTriggers.Evaluate(ADeploymentConfig().Runs("x").TriggeredBy(Nameless).Build(), tags);

        Assert.Equal([(Namespace, "")], tags.Asked);
    }

    [Fact]
    public void Evaluate_EmptyPullSpecAndContainerWithoutAnImage_DoesNotFire()
    {
        var config = ADeploymentConfig().Runs(null!).TriggeredBy(RubyA).Build();
        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(config, new AskedTags("")));
    }

    [Fact]
    public void Evaluate_ContainerWithoutAnImage_GetsIt()
    {
        var config = ADeploymentConfig().Runs(null!).TriggeredBy(RubyA).Build();

        var changed = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, new AskedTags(Image)));

        Assert.Equal(Image, changed.DeploymentConfig.Spec.Template!.Spec.Containers[0].Image);
    }

    [Fact]
    public void Evaluate_OtherContainerWithoutAnImage_KeepsNone()
    {
        var config = ADeploymentConfig().Runs("x").Runs(null!, "log").TriggeredBy(RubyA).Build();

        var changed = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, new AskedTags(Image)));

        Assert.Equal([Image, null], changed.DeploymentConfig.Spec.Template!.Spec.Containers.Select(one => one.Image));
    }

    [Theory]
    [InlineData("x", "x", true)]
    [InlineData("x", Image, true)]
    [InlineData(Image, "x", true)]
    [InlineData(Image, Image, false)]
    public void Evaluate_TwoContainersAfterTheImageWasRecorded_FiresIfOneHasAnother(string first, string second, bool fires)
    {
        var config = WithTrigger(ADeploymentConfig().Runs(first).Runs(second, "log"), Image, "web", "log");

        var result = DeploymentConfigTriggers.Evaluate(config, new AskedTags(Image));

        Assert.Equal(fires, result is DeploymentConfigTriggerResult.Changed);
        Assert.Equal(
            fires
                ? "ruby:a points to image, which not every container of the trigger has had."
                : "ruby:a points to image, which every container of the trigger has.",
            Assert.Single(result.Triggers).Explanation);
    }

    [Fact]
    public void Evaluate_ContainerThatDoesNotExistTwice_DoesNotFire()
    {
        var config = WithTrigger(ADeploymentConfig().Runs("x"), Image, "gone", "gone");
        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.Evaluate(config, new AskedTags(Image)));
    }

    [Fact]
    public void Evaluate_SameContainerTwiceAfterTheImageWasSet_FiresOnce()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).Build();
        var known = config.Spec.Triggers[1].ImageChangeParams! with { LastTriggeredImage = Image };
        config = config with { Spec = config.Spec with { Triggers = [.. config.Spec.Triggers, config.Spec.Triggers[1] with { ImageChangeParams = known }] } };

        var outcomes = DeploymentConfigTriggers.Evaluate(config, new AskedTags(Image)).Triggers;

        Assert.Equal([TriggerStatus.Fires, TriggerStatus.Unchanged], outcomes.Select(one => one.Status));
    }

    [Fact]
    public void Add_InitContainer_SetsIt()
    {
        var config = ADeploymentConfig().Runs("x").BeginsWith("y").Build();

        var added = DeploymentConfigTriggers.Add(config, "setup", ImageStreams.References.ImageStreamTagName.Parse("ruby:a"));

        Assert.Equal(["setup"], added.Spec.Triggers[1].ImageChangeParams!.ContainerNames);
    }

    [Fact]
    public void Remove_ContainerWithTwoTriggers_RemovesBoth()
    {
        var config = ADeploymentConfig().Runs("x").TriggeredBy(RubyA).TriggeredBy(RubyA).Build();
        Assert.Equal("ConfigChange", Assert.Single(DeploymentConfigTriggers.Remove(config, "web").Spec.Triggers).Type);
    }

    private static DeploymentConfig WithTrigger(ImageStreams.Tests.Builders.DeploymentConfigBuilder builder, string last, params string[] containers)
    {
        var config = builder.TriggeredBy(RubyA).Build();
        var change = config.Spec.Triggers[1].ImageChangeParams! with { LastTriggeredImage = last, ContainerNames = containers.ToValueList() };
        return config with { Spec = config.Spec with { Triggers = [config.Spec.Triggers[1] with { ImageChangeParams = change }] } };
    }
}
