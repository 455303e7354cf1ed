using ImageStreams.Builds;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>References of build triggers that name little, and records of other references.</summary>
public class BuildTriggerReferenceTests
{
    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    private static ObjectReference Nameless => new() { Kind = ReferenceKinds.ImageStreamTag };

    [Fact]
    public void Evaluate_NamelessTag_IsLookedUpByTheEmptyName()
    {
        var tags = new AskedTags(null);

        BuildTriggers.Evaluate(ABuildConfig().TriggeredBy(Nameless).Build(), tags);

        Assert.Equal([(Namespace, "")], tags.Asked);
    }

    [Fact]
    public void Evaluate_NamelessTagThatWasBuilt_IsUnchanged()
    {
        var config = ABuildConfig().TriggeredBy(Nameless).HasBuilt(null!, PullSpec('1')).Build();
        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(config, new AskedTags(PullSpec('1'))));
    }

    [Fact]
    public void Evaluate_ManyRecordsWithoutAName_FirstCounts()
    {
        var config = ABuildConfig().TriggeredBy(Nameless).HasBuilt(null!, PullSpec('1'));
        for (var i = 0; i < 10; i++)
        {
            config.HasBuilt("", PullSpec('2')).HasBuilt($"ruby:{i}", PullSpec('3'), "elsewhere");
        }

        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(config.Build(), new AskedTags(PullSpec('1'))));
    }

    [Theory]
    [InlineData(Namespace, true)]
    [InlineData("elsewhere", false)]
    [InlineData(null, false)]
    public void Evaluate_TriggerWithItsNamespace_IsUnchangedByARecordWithTheSame(string? ns, bool isKnown)
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a", Namespace)).HasBuilt("ruby:a", PullSpec('1'), ns).Build();
        Assert.Equal(isKnown, BuildTriggers.Evaluate(config, Tags) is BuildTriggerResult.NoBuild);
    }

    [Fact]
    public void Evaluate_EmptyPullSpecAndNoRecord_DoesNotFire()
    {
        var result = BuildTriggers.Evaluate(ABuildConfig().TriggeredBy(ATag("ruby:a")).Build(), new AskedTags(""));

        Assert.IsType<BuildTriggerResult.NoBuild>(result);
        Assert.Equal(TriggerStatus.Unchanged, Assert.Single(result.Triggers).Status);
    }

    [Fact]
    public void Evaluate_ImageOfTheStrategyThatWasBuilt_IsUnchanged()
    {
        var config = ABuildConfig().BuiltFrom(ATag("ruby:a")).TriggeredBy(null).HasBuilt("ruby:a", PullSpec('1')).Build();
        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(config, Tags));
    }

    [Theory]
    [InlineData("ruby:a", true)]
    [InlineData("", false)]
    public void EvaluateAsIs_StrategysImageOfAnotherKind_IsRecordedWithoutAName(string recorded, bool fires)
    {
        var from = ObjectReference.DockerImage("ruby:a");
        var config = ABuildConfig().BuiltFrom(from).TriggeredBy(null).HasBuilt(recorded, PullSpec('1')).Build();
        Assert.Equal(fires, BuildTriggers.EvaluateAsIs(config, Tags) is BuildTriggerResult.BuildRequired);
    }

    [Fact]
    public void Evaluate_TriggerOfNoType_SaysThatAServerDropsIt()
    {
        var config = ABuildConfig().WithTrigger(new BuildTriggerPolicy { Type = "Moon", ImageChange = new ImageChangeTrigger { From = ATag("ruby:a") } }).Build();

        var outcome = Assert.Single(BuildTriggers.Evaluate(config, Tags).Triggers);

        Assert.Equal(
            (TriggerStatus.UnknownType, "The trigger has no type that exists; an API server drops it."),
            (outcome.Status, outcome.Explanation));
    }

    [Fact]
    public void Evaluate_ManyTagsTwice_FiresOncePerTag()
    {
        var config = ABuildConfig();
        foreach (var i in Enumerable.Range(0, 12).Concat(Enumerable.Range(0, 12)))
        {
            config.TriggeredBy(ATag($"ruby:{i}"));
        }

        var required = Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(config.Build(), new AskedTags("x")));

        Assert.Equal(12, required.Request.TriggeredBy.Count);
        Assert.Equal(24, required.Triggers.Count(one => one is { Status: TriggerStatus.Fires, PullSpec: "x" }));
    }

    [Fact]
    public void EvaluateAsIs_NothingToListenTo_IsNoReference() => Assert.Equal(
        TriggerStatus.NoReference, Assert.Single(BuildTriggers.EvaluateAsIs(ABuildConfig().TriggeredBy(null).Build(), Tags).Triggers).Status);

    [Fact]
    public void ListAsIs_TriggerThatNoServerKeeps_IsListed()
    {
        var config = ABuildConfig().WithTrigger(new BuildTriggerPolicy { Type = "Moon", ImageChange = new ImageChangeTrigger { From = ATag("ruby:a") } }).Build();

        Assert.Equal("ruby:a", Assert.Single(BuildTriggers.ListAsIs(config)).From.Name);
        Assert.Empty(BuildTriggers.List(config));
    }
}
