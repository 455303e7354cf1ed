using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Resolution;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>A build that needs its own output as its base never makes the tag.</summary>
public class SelfPushedTagTests
{
    [Theory]
    [InlineData("app:latest", "app:latest")]
    [InlineData(" app:latest", "app:latest")]
    [InlineData("app:latest", " app:latest ")]
    public void TagThatOnlyABuildFromItPushes_IsMissing(string from, string to)
    {
        var build = ABuildConfig("own").BuiltFrom(ATag(from)).PushesTo(to).Build();
        Assert.Contains("IST1103", Examine(build, ignoresStatus: true));
        Assert.Contains("IST1103", Examine(build, ignoresStatus: false));
        Assert.Contains("IST1201", Examine(build, ignoresStatus: true));
    }

    [Fact]
    public void DoctorGraphAndResolver_Agree()
    {
        var own = ABuildConfig("own").BuiltFrom(ATag("app:latest")).PushesTo("app:latest").Build();
        var other = ABuildConfig("zz").BuiltFrom(ATag("ruby:1")).PushesTo("app:latest").Build();

        AssertAgree(TagOutcomeKind.NotFound, own);
        AssertAgree(TagOutcomeKind.PendingBuild, own, other);
        AssertAgree(TagOutcomeKind.PendingBuild, other);
    }

    [Fact]
    public void PusherThatMayBeFirst_IsNamed()
    {
        var own = ABuildConfig("own").BuiltFrom(ATag("app:latest")).PushesTo("app:latest").Build();
        var other = ABuildConfig("zz").PushesTo("app:latest").Build();
        var finding = Assert.Single(
            TriggerDoctor.Examine(Objects(AnImageStream("app").Build(), own, other, AWorkload().Runs(" ").TriggeredBy("app:latest").Build())),
            finding => finding.Rule == TriggerRules.PendingBuild);

        Assert.Equal("shop/app:latest has no image until a build of shop/zz pushes it.", finding.Message);
    }

    private static void AssertAgree(TagOutcomeKind kind, params BuildConfig[] builds)
    {
        var stream = AnImageStream("app").Build();
        var set = new ImageStreamSet([stream], builds);
        var workload = AWorkload().Runs(" ").TriggeredBy("app:latest").Build();
        var findings = TriggerDoctor.Examine(Objects([stream, workload, .. builds]));

        Assert.Equal(kind, AGraph([stream, workload, .. builds]).ResolveAll().Get(Named("app:latest")).Kind);
        Assert.Equal($"{kind}", TagResolver.Resolve(set, Named("app:latest"), new() { AcrossStreams = true }).GetType().Name);
        Assert.Equal(kind == TagOutcomeKind.NotFound, findings.Any(finding => finding.Rule == TriggerRules.NoSuchTag));
        Assert.Equal(kind == TagOutcomeKind.PendingBuild, findings.Any(finding => finding.Rule == TriggerRules.PendingBuild));
    }

    private static IEnumerable<string> Examine(BuildConfig build, bool ignoresStatus) => TriggerDoctor
        .Examine(
            Objects(AnImageStream("app").Build(), build, AWorkload().Runs(" ").TriggeredBy("app:latest").Build()),
            new TriggerDoctorOptions { IgnoreStatus = ignoresStatus })
        .Where(finding => finding.Location.Kind == "Deployment")
        .Select(finding => finding.Code);
}
