using ImageStreams.Builds;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class BuildConfigDoctorTests
{
    private const string First = "spec.triggers[0].imageChange";
    private const string Base = "spec.strategy.sourceStrategy.from";

    private static readonly ObjectReference App = ATag("app:latest");

    [Fact]
    public void Examine_SoundTriggers_FindsNothing() => AssertSound(
        ABuildConfig().BuiltFrom(App).TriggeredBy(null).TriggeredByPush().Build(),
        ABuildConfig("other").BuiltFrom(ObjectReference.DockerImage("ruby:3")).TriggeredBy(App).Build());

    [Fact]
    public void Examine_NothingToListenTo_IsFound() =>
        AssertFindsOnly(TriggerRules.NoBaseImage, First, ABuildConfig().TriggeredBy(null).Build());

    [Fact]
    public void Examine_BaseIsNotATag_IsFound() => AssertFindsOnly(
        TriggerRules.BaseIsNoTag, $"{Base}.kind",
        ABuildConfig().BuiltFrom(ObjectReference.DockerImage("quay.io/app/web:latest")).TriggeredBy(null).Build());

    [Fact]
    public void Examine_TriggerIsNotATag_IsFound() => AssertFindsOnly(
        TriggerRules.WrongKind, $"{First}.from.kind",
        ABuildConfig().BuiltFrom(App).TriggeredBy(ObjectReference.DockerImage("quay.io/app/web:latest")).Build());

    [Fact]
    public void Examine_TriggerOfTheKindOfAStream_IsFixed()
    {
        var build = ABuildConfig().BuiltFrom(App).TriggeredBy(App with { Kind = "ImageStream" }).Build();

        var correction = AssertFindsOnly(TriggerRules.WrongKind, $"{First}.from.kind", build).Correction;

        Assert.Equal("spec.triggers[0].imageChange.from.kind = \"ImageStreamTag\"", correction!.ToString());
    }

    [Fact]
    public void Examine_BaseWithApiVersion_IsFound() => AssertFindsOnly(
        TriggerRules.ApiVersionGiven, $"{Base}.apiVersion",
        ABuildConfig().BuiltFrom(App with { ApiVersion = "v1" }).TriggeredBy(null).Build());

    [Fact]
    public void Examine_NoTagNamed_IsFound() => AssertFindsOnly(
        TriggerRules.NoTagNamed, $"{First}.from.name", ABuildConfig().BuiltFrom(App).TriggeredBy(ATag("app")).Build());

    [Fact]
    public void Examine_TagThatDoesNotExist_IsFound() => AssertFindsOnly(
        TriggerRules.NoSuchTag, First, ABuildConfig().BuiltFrom(ATag("app:1")).TriggeredBy(null).Build());

    [Fact]
    public void Examine_PausedTrigger_IsNoted() => AssertFindsOnly(
        TriggerRules.PausedTrigger, $"{First}.paused", ABuildConfig().BuiltFrom(App).TriggeredBy(null, paused: true).Build());

    [Fact]
    public void Examine_NoParameters_AreFilledInAsAServerDoes() => AssertSound(
        ABuildConfig().BuiltFrom(App).WithTrigger(new BuildTriggerPolicy { Type = "ImageChange" }).Build());

    [Fact]
    public void Examine_NoParametersOfTheOldSpelling_AreFound()
    {
        var build = ABuildConfig().BuiltFrom(App).WithTrigger(new BuildTriggerPolicy { Type = "imageChange" }).Build();

        Assert.Equal("{}", AssertFindsOnly(TriggerRules.NoParameters, First, build).Correction!.Value.ToString());
    }

    [Fact]
    public void Examine_NoParametersAndNoBase_CorrectsNothing()
    {
        var build = ABuildConfig().WithTrigger(new BuildTriggerPolicy { Type = "imageChange" }).Build();

        Assert.Null(AssertFindsOnly(TriggerRules.NoBaseImage, First, build).Correction);
    }

    [Fact]
    public void Examine_EqualTriggers_AreFound() => AssertFindsOnly(
        TriggerRules.EqualTriggers, "spec.triggers[1].imageChange",
        ABuildConfig().BuiltFrom(App).TriggeredBy(null).TriggeredBy(ATag("app:latest", Namespace)).Build());

    [Fact]
    public void Examine_DifferentTriggers_AreNotFound() => AssertFindsNo(
        TriggerRules.EqualTriggers, ABuildConfig().BuiltFrom(App).TriggeredBy(null).TriggeredBy(ATag("app:1")).Build());

    [Fact]
    public void Examine_BuildLoop_IsFoundOnce()
    {
        var one = AnImageStream("one").PushedTag("1").PointsTo('1').Build();
        var other = AnImageStream("other").PushedTag("1").PointsTo('1').Build();
        var there = ABuildConfig("there").BuiltFrom(ATag("one:1")).TriggeredBy(null).PushesTo("other:1");
        var back = ABuildConfig("back").BuiltFrom(ATag("other:1")).TriggeredBy(null).PushesTo("one:1").Build();

        var finding = AssertFindsOnly(TriggerRules.BuildLoop, First, one, other, there.Build(), back);

        Assert.Equal(
            "Builds start each other in a loop: BuildConfig shop/back -> tag shop/one:1 -> BuildConfig shop/there -> tag shop/other:1 "
            + "-> BuildConfig shop/back.",
            finding.Message);
        Assert.Equal("there", finding.Location.Name);
    }

    [Fact]
    public void Examine_PausedBuildLoop_IsNotFound() => AssertFindsNo(
        TriggerRules.BuildLoop, ABuildConfig().BuiltFrom(App).TriggeredBy(null, paused: true).PushesTo("app:latest").Build());

    [Fact]
    public void Examine_OutputStreamDoesNotExist_IsNoted() => AssertFindsOnly(
        TriggerRules.NoOutputStream, "spec.output.to", ABuildConfig().PushesTo("site:latest").Build());

    [Fact]
    public void Examine_OutputToATagThatDoesNotExistYet_FindsNothing() => AssertSound(ABuildConfig().PushesTo("app:new").Build());
}
