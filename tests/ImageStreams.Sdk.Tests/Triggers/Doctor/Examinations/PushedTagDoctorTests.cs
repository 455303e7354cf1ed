using ImageStreams.Tests.Builders;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

/// <summary>Tags that wait for a build: the build that is named, whatever the order of the builds.</summary>
public class PushedTagDoctorTests
{
    private static ImageStream Site => AnImageStream("site").Tag("other").FollowsImage("quay.io/x/y:1").Scheduled().PointsTo('1').Build();

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Examine_TwoBuildsPushTheTag_NamesTheFirstByName(string first, string second) => AssertPending(
        "shop/a", ABuildConfig(first).PushesTo("site:1").Build(), ABuildConfig(second).PushesTo("site:1").Build());

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Examine_BuildsOfTwoNamespacesPushTheTag_NamesTheFirstByNamespace(string first, string second) => AssertPending(
        "a/site", ABuildConfig(ns: first).PushesTo("site:1", Namespace).Build(), ABuildConfig(ns: second).PushesTo("site:1", Namespace).Build());

    [Theory]
    [InlineData("ImageStreamTag", " site : 1 ")]
    [InlineData("ImageStream", "site:1")]
    public void Examine_OutputThatCanBeCorrected_Counts(string kind, string name) => AssertPending(
        "shop/site", ABuildConfig().PushesTo(new ObjectReference { Kind = kind, Name = name }).Build());

    [Theory]
    [InlineData("ImageStreamTag", "site")]
    [InlineData("ImageStream", "site")]
    [InlineData(null, "site")]
    public void Examine_OutputWithoutATag_MeansLatest(string? kind, string name)
    {
        var build = ABuildConfig().PushesTo(new ObjectReference { Kind = kind, Name = name }).Build();
        var finding = AssertFinds(TriggerRules.PendingBuild, $"{Annotation}[0].from", Site, On("site:latest"), build);
        Assert.Equal("shop/site:latest has no image until a build of shop/site pushes it.", finding.Message);
    }

    [Theory]
    [InlineData("ImageStreamTag", "site:1")]
    [InlineData("ImageStream", "site:1")]
    public void Examine_BuildFromTheTagThatItPushes_BringsNone(string kind, string name) => AssertFinds(
        TriggerRules.NoSuchTag, $"{Annotation}[0].from", Site, On("site:1"),
        ABuildConfig().BuiltFrom(new ObjectReference { Kind = kind, Name = name }).PushesTo("site:1").Build());

    /// <summary>A build from a tag that the kind of a stream names is corrected like its output.</summary>
    [Fact]
    public void Examine_BuildFromAnotherTag_BringsItsOutput() => AssertPending(
        "shop/site", ABuildConfig().BuiltFrom(new ObjectReference { Kind = "ImageStream", Name = "app:latest" }).PushesTo("site:1").Build());

    [Fact]
    public void Examine_IgnoreStatusAndPushedTagOfAnUnversionedStream_FillsTheBlankImage()
    {
        var stream = AnImageStream("s").PushedTag("1").PointsTo('1').Build();
        stream = stream with { Metadata = stream.Metadata with { ResourceVersion = null } };
        var workload = WorkloadBuilder.AWorkload().Runs(" ").TriggeredBy("s:1").Build();

        Assert.Empty(TriggerDoctor.Examine(GraphWorlds.Objects(stream, workload), new() { IgnoreStatus = true }));
    }

    private static void AssertPending(string build, params object[] builds)
    {
        var finding = AssertFinds(TriggerRules.PendingBuild, $"{Annotation}[0].from", [Site, On("site:1"), .. builds]);
        Assert.Equal($"shop/site:1 has no image until a build of {build} pushes it.", finding.Message);
    }

    private static object On(string tag) => ADeployment(ATrigger($$"""{"kind":"ImageStreamTag","name":"{{tag}}"}"""));
}
