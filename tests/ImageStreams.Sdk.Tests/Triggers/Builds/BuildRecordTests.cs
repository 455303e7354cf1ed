using ImageStreams.Builds;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

/// <summary>The images that a build records: those of its causes, and those that its triggers have at the time.</summary>
public class BuildRecordTests
{
    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    public static TheoryData<ObjectReference?, ObjectReference?, bool, string?> Triggers => new()
    {
        { null, ATag("ruby:a"), false, "ruby:a" },
        { null, ATag("ruby:a"), true, null },
        { null, ATag("ruby:gone"), false, null },
        { null, ATag("ruby:a", "elsewhere"), false, null },
        { null, ObjectReference.DockerImage("ruby:a"), false, null },
        { ATag("ruby:b"), null, false, "ruby:b" },
        { ATag("ruby:b"), ATag("ruby:a"), false, "ruby:a" },
        { ObjectReference.DockerImage("ruby:b"), null, false, null },
        { null, null, false, null },
    };

    [Theory]
    [MemberData(nameof(Triggers))]
    public void RecordBuild_WithALookup_RecordsTagsOfTriggersThatAreOn(
        ObjectReference? strategy, ObjectReference? trigger, bool paused, string? recorded)
    {
        var config = ABuildConfig().WithStrategy(StrategyFrom(strategy)).TriggeredBy(trigger, paused: paused).TriggeredByPush().Build();

        var after = BuildTriggers.RecordBuild(config, new BuildRequest(), default, Tags);

        Assert.Equal(recorded is null ? [] : [recorded], after.Status.ImageChangeTriggers.Select(one => one.From.Name));
    }

    [Fact]
    public void RecordBuild_WithALookup_RecordsImageAndTime()
    {
        var now = Timestamp.Parse("2026-01-02T03:04:05Z");
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a", Namespace)).HasBuilt("ruby:c", PullSpec('9')).Build();

        var records = BuildTriggers.RecordBuild(config, new BuildRequest(), now, Tags).Status.ImageChangeTriggers;

        Assert.Equal(
            [$"/ruby:c {PullSpec('9')} {default(Timestamp)}", $"{Namespace}/ruby:a {PullSpec('1')} {now}"],
            records.Select(one => $"{one.From.Namespace}/{one.From.Name} {one.LastTriggeredImageId} {one.LastTriggerTime}"));
    }

    [Fact]
    public void RecordBuild_TriggerThatNoServerKeeps_IsNotRecorded()
    {
        var dropped = new BuildTriggerPolicy { Type = "Moon", ImageChange = new ImageChangeTrigger { From = ATag("ruby:a") } };

        var after = BuildTriggers.RecordBuild(ABuildConfig().WithTrigger(dropped).Build(), new BuildRequest(), default, Tags);

        Assert.Empty(after.Status.ImageChangeTriggers);
    }

    [Fact]
    public void RecordBuild_NamelessTag_IsLookedUpByTheEmptyNameAndReplacesItsRecord()
    {
        var tags = new AskedTags("x");
        var config = ABuildConfig().TriggeredBy(new ObjectReference { Kind = ReferenceKinds.ImageStreamTag }).HasBuilt("", "old").Build();

        var after = BuildTriggers.RecordBuild(config, new BuildRequest(), default, tags);

        Assert.Equal([(Namespace, "")], tags.Asked);
        Assert.Equal("x", Assert.Single(after.Status.ImageChangeTriggers).LastTriggeredImageId);
    }

    [Fact]
    public void RecordBuild_CauseWithoutATag_IsNotRecorded()
    {
        var request = new BuildRequest { TriggeredBy = [new BuildTriggerCause { Message = "Manual" }, new BuildTriggerCause { ImageChangeBuild = new ImageChangeCause { ImageId = "x" } }] };
        Assert.Empty(BuildTriggers.RecordBuild(ABuildConfig().Build(), request, default).Status.ImageChangeTriggers);
    }

    [Fact]
    public void RecordBuild_RecordOfAnotherNamespace_Stays()
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a")).HasBuilt("ruby:a", "old", "elsewhere").Build();

        var records = BuildTriggers.RecordBuild(config, new BuildRequest(), default, Tags).Status.ImageChangeTriggers;

        Assert.Equal(["elsewhere", null], records.Select(one => one.From.Namespace));
    }

    [Fact]
    public void RecordBuild_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("buildConfig", () => BuildTriggers.RecordBuild(null!, new BuildRequest(), default));
        Assert.Throws<ArgumentNullException>("request", () => BuildTriggers.RecordBuild(ABuildConfig().Build(), null!, default));
    }

    private static BuildStrategy StrategyFrom(ObjectReference? from) =>
        from is null ? new BuildStrategy() : new BuildStrategy { SourceStrategy = new SourceBuildStrategy { From = from } };
}
