using ImageStreams.Builds;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Triggers;

public class BuildTriggersTests
{
    private static StreamTagLookup Tags => new([AnImageStream().Tag("a").PointsTo('1').Tag("b").PointsTo('2').Build()]);

    /// <summary>A trigger on tag a, which points to image 1: its status and its explanation.</summary>
    public static TheoryData<ObjectReference?, string?, bool, TriggerStatus, string> Statuses => new()
    {
        {
            ATag("ruby:a"), null, false, TriggerStatus.Fires,
            $"ruby:a points to {PullSpec('1')}, and no build has had it."
        },
        {
            ATag("ruby:a"), PullSpec('9'), false, TriggerStatus.Fires,
            $"ruby:a points to {PullSpec('1')}; the last build had {PullSpec('9')}."
        },
        {
            ATag("ruby:a", Namespace), PullSpec('1'), false, TriggerStatus.Unchanged,
            $"ruby:a still points to {PullSpec('1')}, which the last build had."
        },
        { ATag("ruby:a"), null, true, TriggerStatus.Paused, "The trigger on ruby:a is paused." },
        {
            ATag("ruby:a") with { Kind = ReferenceKinds.DockerImage }, null, false, TriggerStatus.NotATag,
            "The trigger names the kind DockerImage; only an ImageStreamTag can fire."
        },
        { ATag("ruby:gone"), null, false, TriggerStatus.Unresolved, "ruby:gone does not point to an image." },
        { ATag("gone:a"), null, false, TriggerStatus.Unresolved, "gone:a does not point to an image." },
        { ATag("ruby:a", "elsewhere"), null, false, TriggerStatus.Unresolved, "ruby:a does not point to an image." },
        { ATag("ruby"), null, false, TriggerStatus.Unresolved, "ruby does not point to an image." },
        { null, null, false, TriggerStatus.NoReference, "Neither the trigger nor the strategy names an image." },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Evaluate_OneTrigger_ReportsItsOutcome(
        ObjectReference? from, string? last, bool paused, TriggerStatus status, string explanation)
    {
        var result = BuildTriggers.Evaluate(ABuildConfig().TriggeredBy(from, last, paused).Build(), Tags);

        var outcome = Assert.Single(result.Triggers);
        Assert.Equal((status, explanation), (outcome.Status, outcome.Explanation));
        Assert.Equal(status == TriggerStatus.Fires, result is BuildTriggerResult.BuildRequired);
    }

    [Fact]
    public void RecordBuild_AfterABuild_NothingFiresUntilTheTagMoves()
    {
        var before = ABuildConfig().TriggeredBy(ATag("ruby:a")).Build();

        var after = BuildTriggers.RecordBuild(before, GetRequest(before), default);

        Assert.Equal(before.Status.LastVersion + 1, after.Status.LastVersion);
        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(after, Tags));
    }

    [Fact]
    public void RecordBuild_RecordWithAnEmptyNamespace_IsReplaced()
    {
        var known = new ImageChangeTriggerStatus
        {
            From = new ImageStreamTagReference { Namespace = "", Name = "ruby:a" },
            LastTriggeredImageId = PullSpec('9'),
        };
        var before = ABuildConfig().TriggeredBy(ATag("ruby:a")).Build();
        before = before with { Status = before.Status with { ImageChangeTriggers = [known] } };

        var after = BuildTriggers.RecordBuild(before, GetRequest(before), default);

        Assert.Equal(PullSpec('1'), Assert.Single(after.Status.ImageChangeTriggers).LastTriggeredImageId);
    }

    [Fact]
    public void Evaluate_OneFires_RequestsABuildOfItsImage()
    {
        var build = EvaluateRequired(ABuildConfig().TriggeredByPush().TriggeredBy(ATag("ruby:a")));

        Assert.Equal(1, Assert.Single(build.Triggers).Index);
        Assert.Equal(("site", Namespace), (build.Request.Metadata.Name, build.Request.Metadata.Namespace));
        Assert.Equal(new ObjectReference { Kind = "DockerImage", Name = PullSpec('1') }, build.Request.TriggeredByImage);
        Assert.Equal(ATag("ruby:a"), build.Request.From);
    }

    [Fact]
    public void Evaluate_SeveralFire_FirstImageAndAllCauses()
    {
        var build = EvaluateRequired(ABuildConfig().TriggeredBy(ATag("ruby:a")).TriggeredBy(ATag("ruby:b")).TriggeredBy(ATag("ruby:a")));

        Assert.Equal(PullSpec('1'), build.Request.TriggeredByImage!.Name);
        Assert.Equal(
            [("Image change", PullSpec('1')), ("Image change", PullSpec('2'))],
            build.Request.TriggeredBy.Select(cause => (cause.Message!, cause.ImageChangeBuild!.ImageId!)));
    }

    [Theory]
    [InlineData("ruby:a", null, true)]
    [InlineData("ruby:a", "other", false)]
    [InlineData("ruby:b", null, false)]
    public void Evaluate_StatusHasTheImage_CountsForItsTagOnly(string name, string? ns, bool isKnown)
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a")).HasBuilt(name, PullSpec('1'), ns).Build();
        Assert.Equal(isKnown, BuildTriggers.Evaluate(config, Tags) is BuildTriggerResult.NoBuild);
    }

    [Fact]
    public void Evaluate_StatusHasTheTagTwice_FirstEntryCounts()
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a")).HasBuilt("ruby:a", "").HasBuilt("ruby:a", PullSpec('1')).Build();

        var outcome = Assert.Single(Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(config, Tags)).Triggers);

        Assert.Equal($"ruby:a points to {PullSpec('1')}, and no build has had it.", outcome.Explanation);
    }

    [Fact]
    public void Evaluate_StatusHasTheImageAndTheTriggerAnOlderOne_IsUnchanged()
    {
        var config = ABuildConfig().TriggeredBy(ATag("ruby:a"), last: PullSpec('9')).HasBuilt("ruby:a", PullSpec('1')).Build();
        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(config, Tags));
    }

    [Fact]
    public void Evaluate_TriggerWithoutReference_TakesTheStrategysImage()
    {
        var build = EvaluateRequired(ABuildConfig().BuiltFrom(ATag("ruby:a")).TriggeredBy(null));
        Assert.Equal(ATag("ruby:a"), build.Request.From);
    }

    [Fact]
    public void Evaluate_NoTriggers_IsNoBuild() =>
        Assert.True(Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(ABuildConfig().Build(), Tags)).Triggers.IsEmpty);

    [Fact]
    public void List_Triggers_NamesTagsAndFieldPaths()
    {
        var config = ABuildConfig().BuiltFrom(ATag("ruby:b"))
            .TriggeredBy(ATag("ruby:a", "elsewhere"), paused: true).TriggeredBy(null).TriggeredByPush()
            .TriggeredBy(ATag("")).TriggeredBy(ATag("ruby:a") with { Kind = "DockerImage" }).Build();

        var triggers = BuildTriggers.List(config);

        Assert.Equal(
            [("elsewhere", "ruby:a", "spec.triggers"), (null, "ruby:b", "spec.strategy.*.from")],
            triggers.Select(trigger => (trigger.From.Namespace, trigger.From.Name, trigger.FieldPath)));
    }

    private static BuildRequest GetRequest(BuildConfig buildConfig) =>
        Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(buildConfig, Tags)).Request;

    private static BuildTriggerResult.BuildRequired EvaluateRequired(ImageStreams.Tests.Builders.BuildConfigBuilder builder) =>
        Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(builder.Build(), Tags));

    [Fact]
    public void Evaluate_ManyTags_FiresOncePerTagThatWasNotBuilt()
    {
        const int Count = 20;
        var stream = AnImageStream();
        var config = ABuildConfig();
        for (var i = 0; i < Count; i++)
        {
            stream = stream.Tag($"t{i}").PointsTo('1');
            config = config.TriggeredBy(ATag($"ruby:t{i}")).TriggeredBy(ATag($"ruby:t{i}"));
        }

        var lookup = new StreamTagLookup([stream.Build()]);
        var request = Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(config.Build(), lookup)).Request;
        var built = BuildTriggers.RecordBuild(config.Build(), request, default);

        Assert.Equal(Count, request.TriggeredBy.Count);
        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(built, lookup));
    }
}
