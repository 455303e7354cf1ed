using ImageStreams.Builds;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Triggers.WrittenObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>The evaluation and the authoring of triggers as people write them.</summary>
public class WrittenTriggersTests
{
    private static readonly ImageStreamTagName RubyName = ImageStreamTagName.Parse("ruby:2.7");
    private static readonly StreamTagLookup Tags = new([.. Read(Ruby()).Streams, .. Read(Ruby("latest").Replace("\"ruby\"", "\"php\"", StringComparison.Ordinal)).Streams]);

    [Theory]
    [InlineData("""{"type":"ImageChange"}""", RubyTag)]
    [InlineData("""{"type":"imageChange","imageChange":{}}""", RubyTag)]
    [InlineData("""{"type":"ImageChange","imageChange":{}}""", """{"name":"ruby:2.7"}""")]
    [InlineData("""{"type":"ImageChange"}""", """{"kind":"ImageStream","name":"php"}""")]
    public void Field02To04_BuildTrigger_FiresAndIsListedAndPaused(string trigger, string from)
    {
        var build = ABuild(trigger, from);

        var required = Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(build, Tags));

        Assert.Equal("ImageStreamTag", required.Request.From!.Kind);
        Assert.Equal(required.Request.From.Name, Assert.Single(BuildTriggers.List(build)).From.Name);
        var paused = BuildTriggers.Pause(build);
        Assert.IsType<BuildTriggerResult.NoBuild>(BuildTriggers.Evaluate(paused, Tags));
        Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.Evaluate(BuildTriggers.Resume(paused), Tags));
        Assert.IsType<BuildTriggerResult.NoBuild>(
            BuildTriggers.Evaluate(BuildTriggers.RecordBuild(build, required.Request, default, Tags), Tags));
    }

    [Theory]
    [InlineData("""{"type":"imagechange","imageChange":{}}""", RubyTag, TriggerStatus.UnknownType)]
    [InlineData("""{"imageChange":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}""", RubyTag, TriggerStatus.UnknownType)]
    [InlineData("""{"type":"ImageChange"}""", """{"kind":"DockerImage","name":"ruby:2.7"}""", TriggerStatus.NotATag)]
    [InlineData("""{"type":"ImageChange","imageChange":{"from":{"kind":"ImageStream","name":"ruby:2.7"}}}""", RubyTag, TriggerStatus.NotATag)]
    public void TriggerThatNoServerKeeps_DoesNotFire(string trigger, string from, TriggerStatus status)
    {
        var build = ABuild(trigger, from);

        Assert.Equal(status, Assert.Single(BuildTriggers.Evaluate(build, Tags).Triggers).Status);
        Assert.Empty(BuildTriggers.List(build));
        Assert.Empty(BuildTriggers.List(build.WithDefaults()));
    }

    [Fact]
    public void EvaluateAsIs_BaseThatIsNoTag_IsReadAsOne()
    {
        var build = ABuild("""{"imageChange":{}}""", """{"kind":"DockerImage","name":"ruby:2.7"}""");

        Assert.IsType<BuildTriggerResult.BuildRequired>(BuildTriggers.EvaluateAsIs(build, Tags));
        Assert.Empty(BuildTriggers.ListAsIs(ABuild("""{"type":"ImageChange"}""", RubyTag)));
    }

    [Theory]
    [InlineData("""{"kind":"ImageStream","name":"php"}""")]
    [InlineData("""{"kind":"ImageRepository","name":"php"}""")]
    [InlineData("""{"kind":"ImageStream","name":"ruby:2.7"}""")]
    [InlineData("""{"name":"ruby:2.7"}""")]
    public void DeploymentTrigger_FiresAndKeepsItsSpelling(string from)
    {
        var config = ADeployment(from);

        var changed = Assert.IsType<DeploymentConfigTriggerResult.Changed>(DeploymentConfigTriggers.Evaluate(config, Tags));

        Assert.Equal($"quay.io/a/ruby@{RubyDigest}", changed.DeploymentConfig.Spec.Template!.Spec.Containers[0].Image);
        Assert.Equal(
            config.Spec.Triggers[0].ImageChangeParams!.From, changed.DeploymentConfig.Spec.Triggers[0].ImageChangeParams!.From);
        Assert.Equal("ImageStreamTag", Assert.Single(DeploymentConfigTriggers.List(config)).From.Kind);
        Assert.IsType<DeploymentConfigTriggerResult.NoChange>(DeploymentConfigTriggers.EvaluateAsIs(config, Tags));
        Assert.Single(DeploymentConfigTriggers.ToDeployment(config).Triggers);
    }

    [Fact]
    public void TagThatListShows_IsTheTagOfEveryVerb()
    {
        var build = ABuild("""{"type":"ImageChange","imageChange":{}}""", RubyTag);
        Assert.Equal("ruby:2.7", Assert.Single(BuildTriggers.List(build)).From.Name);

        var paused = BuildTriggers.Pause(build, RubyName);

        Assert.Equal(paused, BuildTriggers.Pause(build));
        Assert.True(paused.Spec.Triggers[0].ImageChange!.Paused);
        Assert.Equal(build, BuildTriggers.Resume(paused, RubyName.WithNamespace("shop")));
        Assert.Empty(BuildTriggers.Remove(build, RubyName).Spec.Triggers);
        Assert.Equal("ruby:3", BuildTriggers.Retarget(build, RubyName, ImageStreamTagName.Parse("ruby:3")).Spec.Strategy.From!.Name);
        Assert.Equal(
            TriggerEditFailure.AlreadyTriggered,
            Assert.Throws<TriggerEditException>(() => BuildTriggers.Add(build, RubyName)).Reason);
    }

    [Theory]
    [InlineData("""{"type":"ImageChange","imageChange":{}}""", """{"kind":"DockerImage","name":"ruby:2.7"}""", false)]
    [InlineData("""{"type":"imagechange","imageChange":{}}""", RubyTag, false)]
    [InlineData("""{"type":"Unknown","imageChange":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}""", """{"name":"php:1"}""", true)]
    public void TriggerThatAServerDrops_IsNotThere(string trigger, string from, bool isNamed)
    {
        var build = ABuild(trigger, from);
        var tag = isNamed ? RubyName : null;

        Assert.Empty(BuildTriggers.List(build));
        foreach (var edit in (Func<BuildConfig>[])[
            () => BuildTriggers.Pause(build, tag),
            () => BuildTriggers.Resume(build, tag),
            () => BuildTriggers.Retarget(build, tag, RubyName),
            () => BuildTriggers.Retarget(build, tag, ImageStreamTagName.Parse("ruby:3"))])
        {
            Assert.Equal(TriggerEditFailure.NoSuchTrigger, Assert.Throws<TriggerEditException>(edit).Reason);
        }

        Assert.Equal("ruby:2.7", Assert.Single(BuildTriggers.List(BuildTriggers.Add(build, RubyName))).From.Name);
        Assert.Empty(BuildTriggers.Remove(build, tag).Spec.Triggers);
    }

    [Fact]
    public void OtherTriggers_AreUntouched()
    {
        var build = ABuild("""{"type":"github"},{"type":"ImageChange"},{"type":"ConfigChange"}""", """{"name":"ruby:2.7"}""");

        var paused = BuildTriggers.Pause(build, RubyName);

        Assert.Equal(["github", "ImageChange", "ConfigChange"], paused.Spec.Triggers.Select(trigger => trigger.Type));
        Assert.Equal(new ImageChangeTrigger { Paused = true }, paused.Spec.Triggers[1].ImageChange);
        Assert.Same(build.Spec.Strategy, paused.Spec.Strategy);
    }

    [Fact]
    public void UnversionedStream_IsPassedOverAndNamed()
    {
        var stream = Read(Ruby()).Streams[0];
        var tags = new StreamTagLookup([stream with { Metadata = stream.Metadata with { ResourceVersion = null } }]);
        const string Expected = "ruby:2.7 points to an image, but its stream has no numeric resourceVersion and is passed over; "
            + "set AcceptUnversioned of the lookup for streams from files.";

        var build = Assert.Single(BuildTriggers.Evaluate(ABuild("""{"type":"ImageChange"}""", RubyTag), tags).Triggers);
        var deployment = Assert.Single(DeploymentConfigTriggers.Evaluate(ADeployment(RubyTag), tags).Triggers);
        var workload = Workload.Parse(Annotated(
            """[{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"},"fieldPath":"spec.template.spec.containers[0].image"}]"""));

        Assert.Equal((TriggerStatus.Unversioned, Expected), (build.Status, build.Explanation));
        Assert.Equal((TriggerStatus.Unversioned, Expected), (deployment.Status, deployment.Explanation));
        Assert.Equal(Expected, WorkloadTriggers.Evaluate(workload, tags).Triggers[0].Explanation);
        Assert.Equal(default, tags.Find("shop", "ruby:gone"));
    }

    private static BuildConfig ABuild(string trigger, string from) => ImageStreamJson.Deserialize<BuildConfig>(Build(trigger, from));

    private static DeploymentConfig ADeployment(string from) => ImageStreamJson.Deserialize<DeploymentConfig>(Deployment(
        $$"""{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{{from}} } }"""));
}
