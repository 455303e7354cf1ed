using ImageStreams.Tests.Builders;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class TagDoctorTests
{
    private const string From = $"{Annotation}[0].from";
    private const string Schedule = "spec.tags[0].importPolicy.scheduled";

    [Fact]
    public void Examine_NamespaceWithoutObjects_IsFound()
    {
        var finding = AssertFindsOnly(TriggerRules.NoSuchNamespace, From, On("app:latest", ns: "elsewhere"));

        Assert.Equal(Named("app:latest", "elsewhere"), finding.Tag);
    }

    [Fact]
    public void Examine_NamespaceWithObjects_Exists() => AssertSound(
        On("app:1", ns: "elsewhere"), AStream("app").Scheduled().PointsTo('1').Build().In("elsewhere"));

    [Fact]
    public void Examine_NoSuchStream_IsFound() => AssertFindsOnly(TriggerRules.NoSuchStream, From, On("other:latest"));

    [Fact]
    public void Examine_NoSuchTag_IsFound() => AssertFindsOnly(TriggerRules.NoSuchTag, From, On("app:1"));

    [Fact]
    public void Examine_PushedTag_Exists() => AssertSound(On("s:1"), AnImageStream("s").PushedTag("1").PointsTo('1').Build());

    [Fact]
    public void Examine_EmptyTag_MeansLatest() => AssertSound(On("app:"));

    [Fact]
    public void Examine_NeverImported_IsFound() =>
        AssertFindsOnly(TriggerRules.NeverImported, From, On("s:1"), AStream("s").Scheduled().Build());

    [Fact]
    public void Examine_NeverPushed_IsFound() =>
        AssertFindsOnly(TriggerRules.NeverImported, From, On("s:1"), AnImageStream("s").Tag("1").Build());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Examine_ImportFails_ExplainsWhy(bool hasImage)
    {
        var stream = AStream("s").Scheduled().HasFailed("Unauthorized");

        var finding = AssertFindsOnly(
            TriggerRules.ImportFails, From, On("s:1"), (hasImage ? stream.PointsTo('1') : stream).Build());

        Assert.Equal("The last import of shop/s:1 failed: Unauthorized. It is Unauthorized.", finding.Message);
    }

    [Fact]
    public void Examine_FollowedTagFails_NamesIt()
    {
        var stream = AStream("s").Scheduled().HasFailed("NotFound").Tag("2").Follows("1").PointsTo('1').Build();

        var finding = AssertFindsOnly(TriggerRules.ImportFails, From, On("s:2"), stream);

        Assert.Equal("The last import of shop/s:1 failed: NotFound. It is NotFound.", finding.Message);
        Assert.Equal(Named("s:2"), finding.Tag);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    public void Examine_StreamWithoutNumericVersion_IsFound(string? version) =>
        AssertFindsOnly(TriggerRules.UnversionedStream, From, On("s:1"), Versioned(version));

    [Fact]
    public void Examine_StreamWithVersion_FindsNothing() => AssertSound(On("s:1"), Versioned("12"));

    [Fact]
    public void Examine_AliasAcrossStreams_NamesTheTagThatMoves()
    {
        var alias = AnImageStream("s").Tag("1").Follows("app:latest").PointsTo('1').Tag("2").Follows("1").PointsTo('1').Build();

        var finding = AssertFindsOnly(TriggerRules.AliasAcrossStreams, From, On("s:2"), alias);

        Assert.Equal(
            "shop/s:1 was copied from shop/app:latest, a tag of another stream, and does not move when that does.",
            finding.Message);
    }

    [Fact]
    public void Examine_AliasInTheStream_FindsNothing() => AssertSound(
        On("s:2"), AStream("s").Scheduled().PointsTo('1').Tag("2").Follows("s:1").PointsTo('1').Build());

    [Fact]
    public void Examine_Cycle_IsFound()
    {
        var cycle = AnImageStream("s").Tag("1").Follows("2").Tag("2").Follows("3").PointsTo('1').Tag("3").Follows("2").Build();

        AssertFindsOnly(TriggerRules.TagCycle, From, On("s:1"), cycle);
        AssertFindsOnly(TriggerRules.TagCycle, From, On("s:2"), cycle);
    }

    [Fact]
    public void Examine_FollowsNothing_IsFound() => AssertFindsOnly(
        TriggerRules.FollowsNothing, From, On("s:1"), AnImageStream("s").Tag("1").Follows("2").PointsTo('1').Build());

    [Fact]
    public void Examine_FollowsPushedTag_FindsNothing() => AssertSound(
        On("s:1"), AnImageStream("s").Tag("1").Follows("2").PointsTo('1').PushedTag("2").PointsTo('1').Build());

    [Theory]
    [InlineData("Pod", "x")]
    [InlineData("DockerImage", "not a name")]
    [InlineData("ImageStreamImage", "app")]
    public void Examine_InvalidSource_IsFound(string kind, string name) => AssertFindsOnly(
        TriggerRules.InvalidSource, From, On("s:1"),
        AnImageStream("s").Tag("1").From(new ObjectReference { Kind = kind, Name = name }).Build());

    [Fact]
    public void Examine_PinnedByDigest_IsNoted()
    {
        var stream = AnImageStream("s").Tag("1").FollowsImage($"quay.io/app/web@{Image('1')}").PointsTo('1').Build();

        Assert.Equal(TriggerSeverity.Note, AssertFindsOnly(TriggerRules.PinnedTag, From, On("s:1"), stream).Severity);
    }

    [Fact]
    public void Examine_ImageOfAStream_IsNoted() => AssertFindsOnly(
        TriggerRules.PinnedTag, From, On("s:1"), AnImageStream("s").Tag("1").Pins($"app@{Image('1')}").PointsTo('1').Build());

    [Fact]
    public void Examine_PassesOn_IsNoted() => AssertFindsOnly(
        TriggerRules.PinnedTag, From, On("s:1"), AStream("s").ChangeSpecTag(specTag => specTag with { Reference = true }).PointsTo('1').Build());

    [Fact]
    public void Examine_ImportNotScheduled_IsNotedOnTheStreamOnce()
    {
        var stream = AStream("s").PointsTo('1').Tag("2").Follows("1").PointsTo('1').Build();

        var finding = AssertFindsOnly(TriggerRules.NotScheduled, Schedule, On("s:1"), On("s:2", name: "other"), stream);

        Assert.Equal(("ImageStream", "s"), (finding.Location.Kind, finding.Location.Name));
    }

    [Fact]
    public void Examine_ImportNotScheduledWithoutTriggers_FindsNothing() => AssertSound(AStream("s").PointsTo('1').Build());

    [Fact]
    public void Examine_ScheduledInVain_IsFoundAndFixed() => Assert.All(
        [
            AnImageStream("s").Tag("1"), AnImageStream("s").Tag("1").Follows("2"),
            AnImageStream("s").Tag("1").FollowsImage($"ruby@{Image('1')}"),
            AnImageStream("s").Tag("1").Pins($"app@{Image('1')}"),
            AStream("s").ChangeSpecTag(specTag => specTag with { Reference = true }),
            AnImageStream("s").Tag("1").FollowsImage("not a name"),
        ],
        stream => Assert.Equal(
            $"{Schedule} = false",
            AssertFindsOnly(TriggerRules.ScheduledInVain, Schedule, stream.Scheduled().Build()).Correction!.ToString()));

    [Fact]
    public void Examine_ScheduledImport_FindsNothing() => AssertSound(AStream("s").Scheduled().Build());

    [Fact]
    public void Examine_IgnoreStatus_TakesSpecTagsForImages()
    {
        var stream = AStream("s").Scheduled().HasFailed("Gone").Build() with { Metadata = new() { Name = "s", Namespace = "shop" } };

        Assert.Empty(TriggerDoctor.Examine(Objects(stream, On("s:1")), new() { IgnoreStatus = true }));
        Assert.Equal(2, TriggerDoctor.Examine(Objects(stream, On("s:1"))).Count);
    }

    private static StreamBuilder AStream(string name) => AnImageStream(name).Tag("1").FollowsImage("quay.io/app/web:1");

    private static ImageStream Versioned(string? version)
    {
        var stream = AStream("s").Scheduled().PointsTo('1').Build();
        return stream with { Metadata = stream.Metadata with { ResourceVersion = version } };
    }

    private static Workload On(string tag, string? ns = null, string name = "web") => WorkloadBuilder.AWorkload(name: name)
        .Runs("quay.io/app/web:0").TriggeredBy(tag, ns: ns).Build();
}
