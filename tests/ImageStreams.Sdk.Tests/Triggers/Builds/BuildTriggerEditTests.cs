using ImageStreams.References;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>Edits of triggers that share a tag, or name little.</summary>
public class BuildTriggerEditTests
{
    private static ObjectReference Nameless => new() { Kind = ReferenceKinds.ImageStreamTag };

    [Fact]
    public void Remove_TagWithTwoTriggers_RemovesBoth()
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a")).TriggeredBy(ATag("ruby:a")).TriggeredByPush().Build();

        Assert.Equal("GitHub", Assert.Single(BuildTriggers.Remove(config, ImageStreamTagName.Parse("ruby:a")).Spec.Triggers).Type);
    }

    [Fact]
    public void Add_TagThatATriggerNamesBesideTheStrategys_IsRefused()
    {
        var config = ABuildConfig().BuiltFrom(ATag("ruby:b")).TriggeredBy(ATag("ruby:a")).Build();

        var refused = Assert.Throws<TriggerEditException>(() => BuildTriggers.Add(config, ImageStreamTagName.Parse("ruby:a")));

        Assert.Equal(TriggerEditFailure.AlreadyTriggered, refused.Reason);
    }

    [Fact]
    public void Add_StrategyWithAnotherKind_ExplainsWhy()
    {
        var config = ABuildConfig().BuiltFrom(ObjectReference.DockerImage("ruby")).Build();

        var refused = Assert.Throws<TriggerEditException>(() => BuildTriggers.Add(config));

        Assert.Equal(
            (TriggerEditFailure.NoStrategyImage, "The base image of BuildConfig shop/site is DockerImage ruby, and only an ImageStreamTag starts builds: name the tag."),
            (refused.Reason, refused.Message));
    }

    [Fact]
    public void Add_NamelessTagOfTheStrategy_IsThatOfATriggerWithAnEmptyName()
    {
        var config = ABuildConfig().BuiltFrom(Nameless).TriggeredBy(ATag("")).Build();
        Assert.Throws<TriggerEditException>(() => BuildTriggers.Add(config));
    }
}
